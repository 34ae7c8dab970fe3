// Longer than other files: the words of one department.
import type { DepartmentInChinese } from '../vocabulary.ts';

export const BED_AND_BATH: DepartmentInChinese = {
  name: '卧室与浴室',
  makers: [
    '{brand} 出品，厂房的窗户非常大。',
    '一百夜之内 {brand} 什么都肯收回，不过很少有人退。',
    '来自 {brand}，他们相信人该睡八个钟头。',
    '上面有一枚 {brand} 的标签，在不碍事的地方。',
  ],
  types: {
    'duvet-cover': {
      name: '被套',
      sizes: ['单人', '双人', '大双人'],
      forms: {
        'duvet cover': ['被套', '四角里有系带，被子不会跑。'],
        'duvet set': ['被套三件套', '一个被套，两个枕套，裁自同一匹布。'],
        'buttoned duvet cover': ['纽扣被套', '椰壳扣扣住口，脚不会伸进去。'],
      },
      says: ['晾干收回来，带着天气的味道。', '钻进去凉，待着暖。'],
    },
    pillowcase: {
      name: '枕套',
      forms: {
        pillowcase: ['枕套', '内折够深，怎么睡枕头都不掉。'],
        'pair of pillowcases': ['枕套两只装', '两只：凉的一面，和另一个凉的一面。'],
        'scalloped pillowcase': ['波浪边枕套', '边上一道柔和的波浪，就是全部的装饰。'],
        'bolster case': ['长枕套', '给爱看书的人，和靠着透风墙睡的人。'],
      },
      says: ['对头发和脸颊都好。', '一夜过去，它差不多自己就平了。'],
    },
    blanket: {
      name: '毯子',
      sizes: ['小号', '大号'],
      forms: {
        blanket: ['毯子', '重得觉得到，软得舍不得。'],
        'waffle blanket': ['华夫格毯', '小格子兜住暖气，却没有分量。'],
        'blanket with fringe': ['流苏毯', '流苏是手捻的，一个结一个结来。'],
        'baby blanket': ['婴儿毯', '小小的，能洗，注定被拖来拖去。'],
      },
      says: ['从床上到沙发，到野餐，再回来。', '叠在床尾，等凌晨三点。'],
    },
    quilt: {
      name: '绗缝被',
      sizes: ['单人', '双人'],
      forms: {
        quilt: ['绗缝被', '手引的针脚，像小路一样走过去。'],
        'patchwork quilt': ['拼布被', '被面是六个夏天的裙子剩下的布。'],
        bedspread: ['床罩', '两边垂到地，遮住行李箱。'],
        'summer quilt': ['夏凉被', '填得薄，给开着窗的夜晚。'],
      },
      says: ['背面素净，心情安静时翻过来用。', '洗一次软一次，蓬松却一直在。'],
    },
    towel: {
      name: '毛巾',
      forms: {
        'hand towel': ['擦手巾', '厚、干得快，总是第一个被用。'],
        'bath towel': ['浴巾', '围一圈，掖得住。'],
        'bath sheet': ['大浴巾', '大得够人在里面想一会儿事。'],
        'hammam towel': ['土耳其浴巾', '平织，轻，卷小了带去湖边。'],
        'set of three towels': ['毛巾三条装', '一条擦手，一条包头，一条管其他。'],
      },
      says: ['边锁了两道，毛巾总是先坏在那里。', '中间有挂环，挂得端正。'],
    },
    'bath-mat': {
      name: '浴室垫',
      sizes: ['小号', '大号'],
      forms: {
        'bath mat': ['浴室垫', '出水之后，一块又干又暖的落脚处。'],
        'duckboard mat': ['条板浴垫', '水从板缝走，脚趾不沾水。'],
        'round bath mat': ['圆浴垫', '洗手台前一个软软的圆。'],
      },
      says: ['搭在浴缸边，傍晚就干。', '黑着灯，脚也找得到它。'],
    },
    soap: {
      name: '香皂',
      sizes: ['一块', '三块'],
      forms: {
        'lavender soap': ['薰衣草皂', '灰紫色，安安静静，带着花屑。'],
        'oat and honey soap': ['燕麦蜂蜜皂', '微微有颗粒，给种花的手。'],
        'pine soap': ['松木皂', '像在林子里冲了个冷水澡，只是不冷。'],
        'sea salt soap': ['海盐皂', '又硬又白，味道干净，像一颗卵石。'],
        'rose soap': ['玫瑰皂', '是老玫瑰，不是甜的那种。'],
        'charcoal soap': ['竹炭皂', '手里是黑的，皮肤上是清的。'],
        'lemon soap': ['柠檬皂', '够酸，第二只眼睛也睁开了。'],
        'olive oil soap': ['橄榄油皂', '只有油、碱水和半年的等待。'],
        'bergamot soap': ['佛手柑皂', '青青亮亮，带一点苦。'],
        'cedar soap': ['雪松皂', '干爽的木头味，像一只好抽屉的里面。'],
        "gardener's soap": ['园丁皂', '磨碎的核桃壳洗得到指甲缝，花园都在那里。'],
        "goat's milk soap": ['羊奶皂', '温和、绵密，冬天的指节会感谢它。'],
        'juniper soap': ['杜松皂', '又干又冷的香，让头脑清楚。'],
        'calendula soap': ['金盏花皂', '素净温和的一块，里面有橙色的花瓣。'],
      },
      says: ['在木架上晾了六个星期。', '用到最后，棱角还在。', '用纸包着，凭眼力切的。'],
    },
    'hot-water-bottle': {
      name: '热水袋',
      forms: {
        'hot-water bottle': ['热水袋', '闹钟响的时候，它还是温的。'],
        'long hot-water bottle': ['长热水袋', '长得可以抱着，也可以暖两双脚。'],
        'hot-water bottle with pocket': ['暖手兜热水袋', '前面有个兜，放得下两只冷手。'],
      },
      says: ['套子解开三颗扣子就取下来。', '口宽，灌水不算冒险。'],
    },
    'dressing-gown': {
      name: '晨袍',
      forms: {
        'dressing gown': ['晨袍', '口袋深，腰带长，不着急。'],
        'hooded robe': ['连帽浴袍', '咖啡在滴，帽子在擦头发。'],
        'short robe': ['短袍', '到膝盖，给夏天，也给楼梯。'],
        'quilted robe': ['绗缝睡袍', '够暖，可以出门去拿牛奶。'],
      },
      says: ['腰带缝在后腰上，永远丢不了。', '什么都遮得住，包括晚起的早晨。'],
    },
    'bath-salts': {
      name: '浴盐',
      forms: {
        'pine bath salts': ['松针浴盐', '水变绿了，晚上变长了。'],
        'lavender bath salts': ['薰衣草浴盐', '睡前一把，比数羊管用。'],
        'seaweed bath salts': ['海藻浴盐', '有码头的味道，水也软了。'],
        'rose bath salts': ['玫瑰浴盐', '粉色的盐和花瓣，过生日用，过周一也用。'],
        'eucalyptus bath salts': ['桉叶浴盐', '感冒时用，走了长路的第二天也用。'],
        'bitter orange bath salts': ['苦橙浴盐', '又暖又干，二月里正好。'],
        'juniper bath salts': ['杜松浴盐', '给爬过什么的两条腿。'],
        'plain magnesium salts': ['素镁盐', '没有香味，没有颜色，只是有用的盐。'],
        'chamomile milk bath': ['洋甘菊牛奶浴', '燕麦、牛奶和花，给受够了的皮肤。'],
        'cedar bath oil': ['雪松浴油', '滴三滴，浴室就成了小木屋。'],
        'hay flower bath': ['干草花浴', '一罐草地，六月割的。'],
      },
      says: ['两把足够，三把就是庆祝。', '一入水就化，不留水圈。', '罐子可以拿回店里再装。'],
    },
    slippers: {
      name: '拖鞋',
      forms: {
        slippers: ['拖鞋', '底够硬，可以走到信箱再走回来。'],
        'slipper boots': ['居家短靴', '到脚踝，给石头地的房子。'],
        'slip-on mules': ['半拖', '穿脱不用手，也不用想。'],
        clogs: ['木底拖鞋', '木头的心，柔软的里子。'],
      },
      says: ['多年不走形，鞋底可以换。', '走到楼梯口，脚已经暖了。'],
    },
    'laundry-basket': {
      name: '洗衣篮',
      forms: {
        'laundry basket': ['洗衣篮', '出去时满满潮潮，回来时暖暖的。'],
        'lidded hamper': ['带盖脏衣篓', '盖子一合，没人想看的就看不见了。'],
        'washing basket': ['晾衣篮', '又矮又宽，走到花园尽头的晾衣绳。'],
      },
      says: ['里衬用蝴蝶结系着，可以拆洗。', '结实得能当船，有时也真的是。'],
    },
  },
};
