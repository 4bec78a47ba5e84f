//! The rules of product lines: put on a lead, changed, taken off, and what the amount goes by.

use super::lead_title;
use crate::domain::changes::Changes;
use crate::domain::id::LeadId;
use crate::domain::label::Label;
use crate::domain::lead::Lead;
use crate::domain::product_line::{AmountBy, MOST, ProductLine, WHOLE};
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

/// Puts a line on a lead, changes it or takes it off. The last line takes the product with it and
/// leaves the amount as it is.
pub(super) fn change_line(
    workspace: &Workspace,
    id: LeadId,
    was: Option<ProductLine>,
    becomes: Option<ProductLine>,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let mut lines = lead.lines_or_whole(workspace.settings().currency());
    let at = match was {
        None => lines.len(),
        Some(was) => lines.iter().position(|it| *it == was).ok_or(Rejection::LineGone)?,
    };
    if let Some(line) = &becomes {
        let is_kept = was.is_some_and(|it| it.product == line.product);
        check_line(workspace, line, is_kept)?;
        let others = lines.first().map(|it| it.price).or(lead.amount).map(|it| it.currency);
        if let Some(currency) = others.filter(|it| *it != line.price.currency) {
            return Err(Rejection::LinesInCurrency(currency));
        }
    }
    lines.splice(at..(at + usize::from(was.is_some())), becomes);
    let follows_lines = goes_by_lines(lead);
    let product = lines.first().map(|it| it.product);
    let mut changed = Lead { lines, product, follows_lines, ..lead.clone() };
    changed.follow_its_lines();
    let named = becomes.or(was).and_then(|it| workspace.products.get(it.product));
    let name = named.map(|it| it.name.clone()).unwrap_or_default();
    let title = lead_title(workspace, lead);
    let mut changes = Changes::new(match becomes {
        Some(_) => Label::LineSaved(name, title),
        None => Label::LineRemoved(name, title),
    });
    changes.put(workspace, id, &changed.kept());
    Ok(changes)
}

/// Whether a lead's amount goes by its lines from the next one on: that of a lead without lines
/// does where its product is all of it, or where there is no amount yet.
fn goes_by_lines(lead: &Lead) -> bool {
    match lead.lines.is_empty() {
        true => lead.product.is_some() || lead.amount.is_none(),
        false => lead.follows_lines,
    }
}

fn check_line(workspace: &Workspace, line: &ProductLine, is_kept: bool) -> Result<(), Rejection> {
    if !is_kept && !workspace.products.has(line.product) {
        return Err(Rejection::ProductGone);
    }
    if !(1..=MOST).contains(&line.quantity) {
        return Err(Rejection::QuantityOutOfRange);
    }
    if !(0..=WHOLE).contains(&line.discount) {
        return Err(Rejection::DiscountOutOfRange);
    }
    if line.price.minor < 0 {
        return Err(Rejection::AmountNegative);
    }
    Ok(())
}

/// The lines of a lead are in one currency, which is also that of its amount.
pub(super) fn check_currency(lead: &Lead) -> Result<(), Rejection> {
    let mut others = lead.lines.iter().map(|it| it.price.currency);
    let Some(currency) = others.next() else { return Ok(()) };
    let amount = lead.amount.map(|it| it.currency);
    match others.chain(amount).all(|it| it == currency) {
        true => Ok(()),
        false => Err(Rejection::LinesInCurrency(currency)),
    }
}

pub(super) fn set_amount_by(
    workspace: &Workspace,
    id: LeadId,
    by: AmountBy,
) -> Result<Changes, Rejection> {
    let lead = workspace.leads.get(id).ok_or(Rejection::LeadGone)?;
    let total = lead.lines_total().ok_or(Rejection::LineGone)?;
    let title = lead_title(workspace, lead);
    let (label, changed) = match by {
        AmountBy::Lines => {
            let lead = Lead { follows_lines: true, amount: Some(total), ..lead.clone() };
            (Label::AmountByLines(title), lead)
        }
        AmountBy::Hand => {
            (Label::AmountByHand(title), Lead { follows_lines: false, ..lead.clone() })
        }
    };
    let mut changes = Changes::new(label);
    changes.put(workspace, id, &changed);
    Ok(changes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::apply::apply;
    use crate::domain::calendar::Day;
    use crate::domain::command::{Command, Context};
    use crate::domain::for_tests::{put, take};
    use crate::domain::id::ProductId;
    use crate::domain::money::{Currency, Money};
    use crate::domain::product::Product;
    use crate::domain::product_line::ONE;

    const LEAD: LeadId = LeadId::drawn(1);

    fn yuan(minor: i64) -> Money {
        Money::new(minor, Currency::CNY)
    }

    fn line(product: u64, minor: i64) -> ProductLine {
        ProductLine::one(ProductId::drawn(product), yuan(minor))
    }

    /// A lead that sells the first product, or none, for an amount, or none.
    fn board(product: Option<u64>, minor: Option<i64>) -> Workspace {
        let mut workspace = Workspace::default();
        for id in 1..=3 {
            let product = Product { name: format!("P{id}"), ..Product::default() };
            put(&mut workspace, ProductId::drawn(id), &product);
        }
        let (product, amount) = (product.map(ProductId::drawn), minor.map(yuan));
        let lead = Lead { name: "Deal".to_owned(), product, amount, ..Lead::default() };
        put(&mut workspace, LEAD, &lead);
        workspace
    }

    fn give(workspace: &mut Workspace, command: Command) -> Result<(), Rejection> {
        let changes = apply(workspace, &command, &Context { today: Day::EPOCH })?;
        take(workspace, &changes);
        Ok(())
    }

    /// What is left after the lines were changed one after the other: how many, the amount, and
    /// whether it follows them.
    #[track_caller]
    fn check(
        mut workspace: Workspace,
        changes: &[(Option<ProductLine>, Option<ProductLine>)],
        expect: (usize, Option<i64>, bool),
    ) {
        for (was, becomes) in changes {
            give(&mut workspace, Command::ChangeLine(LEAD, *was, *becomes)).expect("changes");
        }
        let lead = workspace.leads.get(LEAD).expect("a lead");
        let amount = lead.amount.map(|it| it.minor);
        assert_eq!((lead.lines.len(), amount, lead.follows_lines), expect);
        assert_eq!(lead.product, lead.lines.first().map(|it| it.product));
    }

    #[test]
    fn a_product_for_the_whole_amount_becomes_the_first_line() {
        let (whole, two) = (line(1, 500), ProductLine { quantity: 2 * ONE, ..line(1, 300) });
        check(board(Some(1), Some(500)), &[(None, Some(line(2, 70)))], (2, Some(570), true));
        check(board(Some(1), Some(500)), &[(Some(whole), Some(two))], (1, Some(600), true));
        check(board(Some(1), Some(500)), &[(Some(whole), None)], (0, Some(500), false));
    }

    #[test]
    fn an_amount_without_a_product_stays_by_hand() {
        check(board(None, Some(500)), &[(None, Some(line(2, 70)))], (1, Some(500), false));
        check(board(None, None), &[(None, Some(line(2, 70)))], (1, Some(70), true));
    }

    #[test]
    fn the_last_line_leaves_the_amount() {
        let added = (None, Some(line(2, 70)));
        check(board(None, None), &[added, (Some(line(2, 70)), None)], (0, Some(70), false));
    }

    #[track_caller]
    fn check_refused(line: ProductLine, expect: Rejection) {
        let mut workspace = board(Some(1), Some(500));
        let refused = give(&mut workspace, Command::ChangeLine(LEAD, None, Some(line)));
        assert_eq!(refused, Err(expect));
    }

    #[test]
    fn what_is_no_line_is_refused() {
        check_refused(line(9, 5), Rejection::ProductGone);
        check_refused(line(2, -5), Rejection::AmountNegative);
        check_refused(ProductLine { quantity: 0, ..line(2, 5) }, Rejection::QuantityOutOfRange);
        check_refused(
            ProductLine { discount: 10_001, ..line(2, 5) },
            Rejection::DiscountOutOfRange,
        );
        let price = Money::new(5, Currency::USD);
        check_refused(
            ProductLine { price, ..line(2, 5) },
            Rejection::LinesInCurrency(Currency::CNY),
        );
        let gone = Command::ChangeLine(LEAD, Some(line(3, 3)), None);
        assert_eq!(give(&mut board(Some(1), Some(500)), gone), Err(Rejection::LineGone));
    }

    #[test]
    fn the_amount_goes_by_hand_or_by_the_lines() {
        let mut workspace = board(None, Some(500));
        give(&mut workspace, Command::ChangeLine(LEAD, None, Some(line(2, 70)))).expect("a line");
        let above = |it: &Workspace| it.leads.get(LEAD).and_then(Lead::above_lines);
        assert_eq!(above(&workspace), Some(yuan(430)));
        give(&mut workspace, Command::SetAmountBy(LEAD, AmountBy::Lines)).expect("a switch");
        assert_eq!(above(&workspace), Some(yuan(0)));
        let typed =
            Lead { amount: Some(yuan(60)), ..workspace.leads.get(LEAD).cloned().expect("it") };
        give(&mut workspace, Command::EditLead(LEAD, Box::new(typed))).expect("an edit");
        assert_eq!(above(&workspace), Some(yuan(-10)));
        assert!(workspace.leads.get(LEAD).is_some_and(|it| !it.follows_lines));
    }
}
