/** 示范小店的各个货区，按英文名查。 */
export const DEPARTMENTS: ReadonlyMap<string, string> = new Map([
  ['Kitchen', '厨房'],
  ['Table', '餐桌'],
  ['Pantry', '食品柜'],
  ['Garden', '花园'],
  ['Outdoors', '户外'],
  ['Books', '书'],
  ['Bed & Bath', '卧室与浴室'],
  ['Living Room', '客厅'],
  ['Clothing', '衣物'],
  ['Workshop', '工坊'],
  ['Play', '玩乐'],
  ['Desk', '书桌'],
]);
