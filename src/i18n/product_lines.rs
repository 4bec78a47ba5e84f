//! Words of the products on a lead.

use super::texts;

texts! {
    lines_title: "Products", "产品明细";
    lines_none: "No products yet. Add what is being sold; the amount can follow.", "还没有产品。添加后，金额可以按明细合计。";
    lines_no_products: "There are no products to choose from yet.", "产品库里还没有产品。";
    lines_to_products: "Add products", "去添加产品";
    lines_add: "Add", "添加";
    lines_new: "Add a product", "添加产品";
    lines_edit: "Change a product", "修改产品";
    lines_edit_one(name: &str): "Change {name}", "修改{name}";
    lines_remove: "Take off", "移除";
    line_product: "Product", "产品";
    line_product_choose: "Choose", "请选择";
    line_product_gone: "A deleted product", "已删除的产品";
    line_quantity: "Quantity", "数量";
    line_price: "Price of one", "单价";
    line_discount: "Discount in %", "折扣率（%）";
    line_discount_of(percent: &str): "{percent}% off", "减 {percent}%";
    line_comes_to(total: &str): "Comes to {total}", "小计 {total}";
    line_whole: "The whole amount", "全部金额";
    line_product_missing: "Choose a product.", "请选择产品。";
    line_price_missing: "Enter the price of one.", "请填写单价。";
    lines_sum: "Sum", "合计";
    lines_amount_by: "The amount of this lead", "线索金额";
    lines_by_lines: "Follows the products", "按明细合计";
    lines_by_hand: "By hand", "手工填写";
    lines_even: "The amount is what the products come to.", "金额与明细合计一致。";
    lines_amount_more(amount: &str, by: &str): "The amount is {amount}, {by} more than the products come to.", "金额为{amount}，比明细合计多{by}。";
    lines_amount_less(amount: &str, by: &str): "The amount is {amount}, {by} less than the products come to.", "金额为{amount}，比明细合计少{by}。";
    lines_amount_none: "This lead has no amount by hand.", "尚未手工填写金额。";
    lines_other_currency(amount: &str, currency: &str): "The amount is {amount}; the products are in {currency}, so the two are not compared.", "金额为{amount}，明细币种为{currency}，两者不作比较。";
    lead_lines: "Product lines", "产品明细";
    lead_amount_follows: "It follows the products. Another amount is kept by hand.", "当前按明细合计；改为其他金额后将按手工金额保留。";

    did_line_saved(name: &str, lead: &str): "{name} on {lead} saved", "保存{lead}的产品{name}";
    did_line_removed(name: &str, lead: &str): "Took {name} off {lead}", "从{lead}移除产品{name}";
    did_amount_by_lines(name: &str): "The amount of {name} follows its products", "{name}的金额改为按明细合计";
    did_amount_by_hand(name: &str): "The amount of {name} is kept by hand", "{name}的金额改为手工填写";

    line_gone: "This product was changed or taken off meanwhile. Look at the list again.", "该产品明细已被修改或移除，请重新查看列表。";
    quantity_out_of_range: "Enter a quantity above zero, with at most three decimals.", "数量请填写大于零的数，最多三位小数。";
    discount_out_of_range: "Enter a discount of 0 to 100 %, with at most two decimals.", "折扣率请填写 0 到 100，最多两位小数。";
    lines_in_currency(code: &str): "The products of this lead are in {code}. Keep that currency, or take them off first.", "该线索的产品明细币种为{code}，请保持一致，或先移除明细。";
}
