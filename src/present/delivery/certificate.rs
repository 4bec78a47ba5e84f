//! What a week is made of: the tasks and deals behind its figures, with what each brings to it.

use std::collections::BTreeMap;

use super::{DeliveryView, days, week};
use crate::domain::behind::Behind;
use crate::domain::calendar::Day;
use crate::domain::delivery::Effort;
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::present::goals::certificate::Certificate;
use crate::present::indicators::certificate::sorted;

/// A figure of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WeekFigure {
    /// What is promised for certain.
    Firm,
    /// What open deals bring by their odds.
    Likely,
    /// Both.
    Promised,
}

/// What each record brings to the week.
pub type Brought = BTreeMap<Behind, Effort>;

/// How a figure of a week came about, with the records that are no leads; none where the week is
/// not looked at.
pub fn certificate(
    workspace: &Workspace,
    lang: Lang,
    view: &DeliveryView,
    (monday, figure): (Day, WeekFigure),
) -> Option<(Certificate, Vec<Behind>, Brought)> {
    let at = view.load.weeks.iter().find(|it| it.monday == monday)?;
    let [firm, likely] = view.load.behind(monday);
    let (name, value, formula, brought) = match figure {
        WeekFigure::Firm => (lang.delivery_firm(), at.firm, lang.delivery_formula_firm(), firm),
        WeekFigure::Likely => {
            (lang.delivery_likely(), at.likely, lang.delivery_formula_likely(), likely)
        }
        WeekFigure::Promised => {
            let all = [firm, likely].concat();
            (lang.delivery_promised(), at.promised(), lang.delivery_formula_promised(), all)
        }
    };
    let (leads, others) = sorted(workspace, brought.iter().map(|it| it.0));
    let input = |name: &str, effort| (name.to_owned(), days(lang, effort));
    let mut inputs = vec![
        input(lang.delivery_firm(), at.firm),
        input(lang.delivery_likely(), at.likely),
        input(lang.delivery_promised(), at.promised()),
    ];
    inputs.extend(at.capacity.map(|it| input(lang.delivery_capacity(), it)));
    inputs.extend(at.excess().map(|it| input(lang.delivery_over(), it)));
    let paper = Certificate {
        title: [name, &lang.delivery_week_of(&week(lang, monday))].join(" · "),
        value: lang.delivery_days(&days(lang, value)),
        formula: formula.to_owned(),
        inputs,
        notes: view.notes.clone(),
        leads,
    };
    Some((paper, others, brought.into_iter().collect()))
}
