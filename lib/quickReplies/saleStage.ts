/** Where a conversation stands in a sale: also the groups of the starter library. */
export type SaleStage =
  | '问好'
  | '答疑'
  | '推荐'
  | '议价'
  | '促单'
  | '催付'
  | '核对订单'
  | '发货物流'
  | '退换售后'
  | '评价'
  | '告别';
