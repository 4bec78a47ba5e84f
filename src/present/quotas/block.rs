//! A block of cells from a spreadsheet, laid over the grid: what of it can be taken over, and what
//! cannot, each with its reason.

use std::cmp::Reverse;

use super::super::format;
use super::{GridView, words};
use crate::domain::arrange;
use crate::domain::calendar::Day;
use crate::domain::money::Money;
use crate::domain::quota::{Cell, Edit, Kept, Refused, Rest, edit_all};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;

/// A block as it would be taken over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// The edits that can be, the wider cells first.
    pub edits: Vec<Edit>,
    /// How many cells will be what the block says.
    pub taken: usize,
    /// How many lie beyond what is shown.
    pub beyond: usize,
    /// What else is not taken over.
    pub left_out: Vec<LeftOut>,
    /// The quotas as they would be.
    pub after: Option<Kept>,
}

/// A cell of a block that is not taken over.
#[derive(Clone, Debug, PartialEq)]
pub enum LeftOut {
    /// What stands there is no amount.
    NoAmount(Cell, String),
    /// It cannot be.
    Refused(Refused),
    /// The parts of the cell are in the block, too, and come to another sum.
    Sum(Cell, Money),
}

/// Lays a text of rows and columns over the grid, its first cell on `at`. Empty cells leave what
/// is there.
pub fn block(
    workspace: &Workspace,
    kept: &Kept,
    view: &GridView,
    (at, text): (Cell, &str),
    today: Day,
) -> Block {
    let mut block = Block::default();
    let mut wanted: Vec<(Cell, i64)> = Vec::new();
    let lines = text.trim_end_matches(['\r', '\n']).split('\n');
    for (row, line) in (0..).zip(lines) {
        for (column, part) in (0..).zip(line.trim_end_matches('\r').split('\t')) {
            let part = part.trim().trim_matches('"');
            if part.is_empty() {
                continue;
            }
            let Some(cell) = view.beside(at, row, column) else {
                block.beyond += 1;
                continue;
            };
            match format::parse_money(part, kept.currency) {
                Some(minor) => wanted.push((cell, minor)),
                None => block.left_out.push(LeftOut::NoAmount(cell, part.to_owned())),
            }
        }
    }
    take(workspace, kept, wanted, today, &mut block);
    block
}

/// Sets the wider cells first, so that their parts in the block have the last word. Cells of one
/// width are set at once; where that cannot be, each that can be is.
fn take(
    workspace: &Workspace,
    kept: &Kept,
    mut wanted: Vec<(Cell, i64)>,
    today: Day,
    block: &mut Block,
) {
    let mut after = kept.clone();
    arrange::by_key(&mut wanted, |(cell, _)| Reverse(cell.width()));
    let mut taken: Vec<(Cell, i64)> = Vec::new();
    for group in wanted.chunk_by(|(one, _), (other, _)| one.width() == other.width()) {
        let differs = |(cell, amount): &&(Cell, i64)| after.grid.amount(*cell) != *amount;
        let (new, same): (Vec<_>, Vec<_>) = group.iter().partition(differs);
        taken.extend(same);
        let edits: Vec<Edit> =
            new.iter().map(|(cell, amount)| Edit::Set(*cell, *amount, Rest::Stays)).collect();
        if edit_all(workspace, &mut after, &edits, today).is_ok() {
            block.edits.extend(edits);
            taken.extend(new);
            continue;
        }
        for (wanted, it) in new.into_iter().zip(edits) {
            match edit_all(workspace, &mut after, &[it], today) {
                Ok(()) => {
                    block.edits.push(it);
                    taken.push(wanted);
                }
                Err(refused) => block.left_out.push(LeftOut::Refused(refused)),
            }
        }
    }
    for (cell, amount) in taken {
        match after.grid.amount(cell) {
            sum if sum == amount => block.taken += 1,
            sum => block.left_out.push(LeftOut::Sum(cell, Money::new(sum, kept.currency))),
        }
    }
    block.after = Some(after);
}

/// How many cells that are left out are told one by one.
const TOLD: usize = 5;

/// What would be taken over and what not, in sentences.
pub fn sentences(workspace: &Workspace, lang: Lang, block: &Block) -> Vec<String> {
    let named = |cell: Cell| words::cell(workspace, lang, cell);
    let mut told = vec![match (block.taken, block.left_out.is_empty() && block.beyond == 0) {
        (0, true) => lang.quotas_paste_none().to_owned(),
        (taken, _) => lang.quotas_paste_taken(taken),
    }];
    told.extend((block.beyond != 0).then(|| lang.quotas_paste_beyond(block.beyond)));
    let left_out = |it: &LeftOut| match it {
        LeftOut::NoAmount(cell, text) => lang.quotas_paste_no_amount(&named(*cell), text),
        LeftOut::Refused(refused) => words::refused(lang, refused),
        LeftOut::Sum(cell, sum) => lang.quotas_paste_sum(&named(*cell), &format::money(lang, *sum)),
    };
    told.extend(block.left_out.iter().take(TOLD).map(left_out));
    let more = block.left_out.len().saturating_sub(TOLD);
    told.extend((more != 0).then(|| lang.quotas_paste_more(more)));
    told
}
