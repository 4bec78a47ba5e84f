//! The products on a lead as people see them: line by line, their sum, and what the amount goes by.

use super::filter::folded;
use super::format;
use super::price::PriceDraft;
use crate::domain::id::{LeadId, ProductId};
use crate::domain::lead::Lead;
use crate::domain::money::Currency;
use crate::domain::product_line::{AmountBy, MOST, ONE, ProductLine, WHOLE};
use crate::domain::workspace::{Table, Workspace};
use crate::i18n::Lang;

/// The tables that the products of a lead are read from.
pub const LINE_TABLES: [Table; 3] = [Table::Leads, Table::Products, Table::Settings];

/// How many decimals a quantity has.
const QUANTITY_DIGITS: u32 = 3;
/// How many decimals a discount in percent has.
const DISCOUNT_DIGITS: u32 = 2;

/// The products on a lead.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinesView {
    /// The lines in their order; of a lead without any, its product for the whole amount.
    pub rows: Vec<LineRow>,
    /// What they come to; empty where there are none.
    pub total: String,
    /// What the amount goes by; none where there are no lines to go by.
    pub by: Option<AmountBy>,
    /// How the amount and the sum of the lines stand to each other; empty where that needs no word.
    pub told: String,
    /// Whether there are products to choose from.
    pub has_products: bool,
}

/// A line.
#[derive(Clone, Debug, PartialEq)]
pub struct LineRow {
    /// The line itself.
    pub line: ProductLine,
    /// The product's name.
    pub name: String,
    /// How many, at what price, less what.
    pub terms: String,
    /// What it comes to.
    pub total: String,
}

/// The products on a lead.
pub fn lines(workspace: &Workspace, lang: Lang, id: LeadId) -> LinesView {
    let has_products = !workspace.products.is_empty();
    let Some(lead) = workspace.leads.get(id) else { return LinesView::default() };
    let home = workspace.settings().currency();
    let row = |line: ProductLine| LineRow {
        line,
        name: name(workspace, lang, line.product),
        terms: match lead.lines.is_empty() {
            true => lang.line_whole().to_owned(),
            false => terms(lang, &line),
        },
        total: format::money(lang, line.total()),
    };
    let by = if lead.follows_lines { AmountBy::Lines } else { AmountBy::Hand };
    LinesView {
        rows: lead.lines_or_whole(home).into_iter().map(row).collect(),
        total: lead.lines_total().map(|it| format::money(lang, it)).unwrap_or_default(),
        by: (!lead.lines.is_empty()).then_some(by),
        told: told(lang, lead),
        has_products,
    }
}

/// How the amount and the sum of the lines stand to each other.
fn told(lang: Lang, lead: &Lead) -> String {
    let Some(total) = lead.lines_total() else { return String::new() };
    let Some(amount) = lead.amount else { return lang.lines_amount_none().to_owned() };
    let words = format::money(lang, amount);
    let Some(mut above) = lead.above_lines() else {
        return lang.lines_other_currency(&words, total.currency.code());
    };
    let is_less = above.minor < 0;
    above.minor = above.minor.saturating_abs();
    let by = format::money(lang, above);
    match (above.minor, is_less) {
        (0, _) => lang.lines_even().to_owned(),
        (_, true) => lang.lines_amount_less(&words, &by),
        (_, false) => lang.lines_amount_more(&words, &by),
    }
}

/// The products of a lead in one line of text.
pub fn in_words(workspace: &Workspace, lang: Lang, lead: &Lead) -> String {
    let lines = lead.lines_or_whole(workspace.settings().currency()).into_iter();
    let words = lines.map(|it| {
        let name = name(workspace, lang, it.product);
        if lead.lines.is_empty() { name } else { format!("{name} {}", terms(lang, &it)) }
    });
    words.collect::<Vec<_>>().join(", ")
}

fn name(workspace: &Workspace, lang: Lang, product: ProductId) -> String {
    let product = workspace.products.get(product);
    product.map_or_else(|| lang.line_product_gone().to_owned(), |it| it.name.clone())
}

fn terms(lang: Lang, line: &ProductLine) -> String {
    let (quantity, price) =
        (scaled(line.quantity, QUANTITY_DIGITS), format::money(lang, line.price));
    match line.discount {
        0 => format!("{quantity} × {price}"),
        off => {
            let off = lang.line_discount_of(&scaled(off, DISCOUNT_DIGITS));
            format!("{quantity} × {price} · {off}")
        }
    }
}

/// A line as filled in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LineDraft {
    /// What it was; none for a new one.
    pub was: Option<ProductLine>,
    /// The product.
    pub product: Option<ProductId>,
    /// How many.
    pub quantity: String,
    /// The price of one.
    pub price: PriceDraft,
    /// The discount in percent.
    pub discount: String,
}

/// What a line lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineFault {
    /// A product.
    Product,
    /// A quantity.
    Quantity,
    /// A price.
    Price,
    /// A discount that is one.
    Discount,
}

impl LineFault {
    /// What is wrong and what to do.
    pub const fn words(self, lang: Lang) -> &'static str {
        match self {
            LineFault::Product => lang.line_product_missing(),
            LineFault::Quantity => lang.quantity_out_of_range(),
            LineFault::Price => lang.line_price_missing(),
            LineFault::Discount => lang.discount_out_of_range(),
        }
    }
}

impl LineDraft {
    /// The form of a line, or of a new one.
    pub fn of(workspace: &Workspace, lead: LeadId, was: Option<ProductLine>) -> LineDraft {
        let currency = currency_of(workspace, lead);
        LineDraft {
            was,
            product: was.map(|it| it.product),
            quantity: scaled(was.map_or(ONE, |it| it.quantity), QUANTITY_DIGITS),
            price: PriceDraft::of(was.map(|it| it.price), currency),
            discount: match was.map_or(0, |it| it.discount) {
                0 => String::new(),
                off => scaled(off, DISCOUNT_DIGITS),
            },
        }
    }

    /// Takes a product, and its list price where no other is typed and the currency is the same.
    pub fn choose(&mut self, workspace: &Workspace, product: Option<ProductId>) {
        let currency = self.price.currency;
        let listed = |it: Option<ProductId>| {
            let price = workspace.products.find(it)?.price.filter(|it| it.currency == currency);
            price.map(format::editable)
        };
        if self.price.text.trim().is_empty()
            || Some(&self.price.text) == listed(self.product).as_ref()
        {
            self.price.text = listed(product).unwrap_or_default();
        }
        self.product = product;
    }

    /// The line.
    ///
    /// # Errors
    /// Everything it lacks.
    pub fn read(&self) -> Result<ProductLine, Vec<LineFault>> {
        let quantity = parse_scaled(&self.quantity, QUANTITY_DIGITS);
        let discount = match self.discount.trim() {
            "" => Some(0),
            text => parse_scaled(text, DISCOUNT_DIGITS),
        };
        let quantity = quantity.filter(|it| (1..=MOST).contains(it));
        let discount = discount.filter(|it| (0..=WHOLE).contains(it));
        match (self.product, quantity, self.price.read().flatten(), discount) {
            (Some(product), Some(quantity), Some(price), Some(discount)) => {
                Ok(ProductLine { product, quantity, price, discount })
            }
            (product, quantity, price, discount) => {
                let lacks = [
                    (product.is_none(), LineFault::Product),
                    (quantity.is_none(), LineFault::Quantity),
                    (price.is_none(), LineFault::Price),
                    (discount.is_none(), LineFault::Discount),
                ];
                Err(lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, it)| it).collect())
            }
        }
    }

    /// What it comes to, in words; empty where it lacks something.
    pub fn comes_to(&self, lang: Lang) -> String {
        let total = self.read().map(|it| lang.line_comes_to(&format::money(lang, it.total())));
        total.unwrap_or_default()
    }
}

/// The currency of a lead's products: that of its lines, or of its amount, or the team's.
fn currency_of(workspace: &Workspace, lead: LeadId) -> Currency {
    let lead = workspace.leads.get(lead);
    let lines = lead.and_then(|it| it.lines.first()).map(|it| it.price);
    let known = lines.or_else(|| lead?.amount).map(|it| it.currency);
    known.unwrap_or_else(|| workspace.settings().currency())
}

/// A number in units of its last decimal, as people write it.
fn scaled(number: i64, digits: u32) -> String {
    let scale = 10_i64.pow(digits);
    let decimals = format!("{:0width$}", number % scale, width = digits as usize);
    match decimals.trim_end_matches('0') {
        "" => (number / scale).to_string(),
        decimals => format!("{}.{decimals}", number / scale),
    }
}

/// A number that is not negative, in units of its last decimal; `None` where it is none or has more
/// decimals.
fn parse_scaled(text: &str, digits: u32) -> Option<i64> {
    let kept = folded(text).replace([' ', ',', '%'], "");
    let (whole, decimals) = kept.split_once('.').unwrap_or((&kept, ""));
    let is_number = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    let decimals = decimals.trim_end_matches('0');
    if whole.is_empty() || !is_number(whole) || !is_number(decimals) {
        return None;
    }
    let missing = (digits as usize).checked_sub(decimals.len())?;
    format!("{whole}{decimals}{}", "0".repeat(missing)).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;
    use crate::domain::product::Product;
    use crate::present::for_tests::{put, team, yuan_of};

    #[track_caller]
    fn check_number(text: &str, digits: u32, expect: Option<i64>) {
        let number = parse_scaled(text, digits);
        assert_eq!(number, expect, "{text}");
        if let Some(number) = number {
            assert_eq!(parse_scaled(&scaled(number, digits), digits), expect, "{text}");
        }
    }

    #[test]
    fn quantities_and_discounts_are_read_exactly() {
        check_number("3", 3, Some(3_000));
        check_number(" 1,200.5 ", 3, Some(1_200_500));
        check_number("０.25", 3, Some(250));
        check_number("0.0005", 3, None);
        check_number("12.50%", 2, Some(1_250));
        check_number("-1", 2, None);
        check_number(".5", 2, None);
        check_number("", 2, None);
    }

    fn draft(product: u64, quantity: &str, price: &str, discount: &str) -> LineDraft {
        LineDraft {
            product: (product != 0).then(|| ProductId::drawn(product)),
            quantity: quantity.to_owned(),
            price: PriceDraft { text: price.to_owned(), currency: Currency::CNY },
            discount: discount.to_owned(),
            ..LineDraft::default()
        }
    }

    #[test]
    fn a_line_says_all_it_lacks() {
        use LineFault::{Discount, Price, Product, Quantity};
        assert_eq!(draft(0, "0", "", "101").read(), Err(vec![Product, Quantity, Price, Discount]));
        let total = draft(1, "3", "1.2万", "10").read().map(|it| it.total());
        assert_eq!(total, Ok(yuan_of(32_400)));
    }

    #[test]
    fn a_list_price_makes_room_for_another_but_a_typed_one_stays() {
        let mut workspace = team();
        for (id, yuan) in [(1, 500), (2, 80)] {
            let price = Some(yuan_of(yuan));
            put(&mut workspace, ProductId::drawn(id), &Product { price, ..Product::default() });
        }
        let mut line = draft(0, "1", "", "");
        line.choose(&workspace, Some(ProductId::drawn(1)));
        assert_eq!(line.price.text, "500");
        line.choose(&workspace, Some(ProductId::drawn(2)));
        assert_eq!(line.price.text, "80");
        line.price.text = "70".to_owned();
        line.choose(&workspace, Some(ProductId::drawn(1)));
        assert_eq!(line.price.text, "70");
    }

    #[track_caller]
    fn check_told(amount: Option<Money>, expect: &str) {
        let lines = vec![ProductLine::one(ProductId::drawn(1), yuan_of(100))];
        assert_eq!(told(Lang::En, &Lead { lines, amount, ..Lead::default() }), expect);
    }

    #[test]
    fn the_page_says_by_how_much_the_amount_differs() {
        check_told(Some(yuan_of(100)), "The amount is what the products come to.");
        let less = "The amount is CN¥90, CN¥10 less than the products come to.";
        check_told(Some(yuan_of(90)), less);
        check_told(
            Some(yuan_of(130)),
            "The amount is CN¥130, CN¥30 more than the products come to.",
        );
        check_told(None, "This lead has no amount by hand.");
        let foreign = "The amount is $5; the products are in CNY, so the two are not compared.";
        check_told(Some(Money::new(500, Currency::USD)), foreign);
    }
}
