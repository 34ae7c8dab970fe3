/** Ranges and people, in the order of the English lists. */

export const SERIES_IN_CHINESE: readonly string[] =
  '苍鹭 赤杨 海港 荒山 云雀 杜松 山湖 余烬 蓟花 鹪鹩 榛树 落叶松 鸻鸟 花楸 酸模 潮线 蕨丛 杓鹬 鸽舍 燕雀 石楠 红隼 朱顶雀 荒原 荨麻 果园 卵石 采石场 鸦巢 盐沼 起绒草 晚星 河堰 蓍草 牛棚 三叶草 鼓丘 蕨叶 山墙 炉边'.split(
    ' ',
  );

export const GIVEN_NAMES_IN_CHINESE: readonly string[] =
  '阿格妮丝 布拉姆 塞西莉 多夫 埃达 弗洛里安 格蕾塔 雨果 伊姆克 约纳斯 卡佳 洛尔坎 玛丽特 努阿拉 奥斯卡 佩尔佩图娅 昆廷 罗莎琳德 松妮娃 托比亚斯 乌娜 维克托 威廉明娜 尤斯拉 兹登卡 敏瑞 阿达埃泽 拉维'.split(
    ' ',
  );

export const FAMILY_NAMES_IN_CHINESE: readonly string[] =
  '奥尔德比 布兰德洛 卡罗威克 邓马什 埃尔弗霍伊 芬斯坦顿 加利莫尔 霍洛韦尔 英奇利 贾罗比 柯克霍尔姆 林德奎尔 梅罗比 内瑟科特 奥孔乔-黑尔 彭哈利克 奎尔费瑟 雷文斯比 斯特兰德穆尔 托洛韦 安伯利 范尼克 韦瑟罗尔 亚恩伍德'.split(
    ' ',
  );
