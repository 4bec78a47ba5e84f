//! Goals of a period: the headline, the quotas of company, teams, people and parts of the company, how
//! far each has come and where it will land. Every figure opens how it was computed.

mod cells;
mod chart;
mod editor;
mod fill;
mod headline;
mod in_place;
mod measured;
mod others;
mod parts;
mod period;
mod sheet;
mod smart;
mod table;
mod target;
mod week;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::goal::Bearer;
use crate::domain::pace::Projection;
use crate::domain::quota::{Kept, Row, Split};
use crate::i18n::Lang;
use crate::pages::common::current_quarter;
use crate::present::forecast::lands::Lands;
use crate::present::goals::certificate::Figure;
use crate::present::goals::{GoalRow, GoalsView, TABLES, row_projections};
use crate::present::quotas::progress::Progress;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use chart::GoalChart;
use fill::FillDialog;
use headline::Headline;
pub use measured::MeasuredPage;
use others::OtherGoals;
use parts::{GoalParts, PartSheet, planned};
use period::GoalPeriod;
use sheet::GoalSheet;
use smart::{Attained, Checked, SmartDialog, attained};
use table::GoalTable;
use week::GoalWeek;

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    /// The period that is looked at.
    period: Memo<Period>,
    /// Its goals; none outside the calendar.
    view: Memo<Option<GoalsView>>,
    /// Quotas by product, sector, class, region or office, where there are any, and how far they are.
    parts: Memo<Vec<(Kept, Progress)>>,
    /// Where the teams and people of whom enough is known land at their pace.
    landings: Memo<BTreeMap<Bearer, Projection>>,
    /// Whose quota is being changed.
    editing: RwSignal<Option<Bearer>>,
    /// Which figure is being explained.
    opened: RwSignal<Option<(Bearer, Figure)>>,
    /// Which figure of a part is.
    parts_opened: parts::Opened,
    /// Whose pace the chart shows.
    whose: RwSignal<Row>,
    /// What can be attained.
    attained: Attained,
    /// Whose check is open.
    checked: Checked,
}

impl Desk {
    fn new(app: App) -> Desk {
        let period = Memo::new(move |_| match &*app.route().read() {
            Route::Goals(Some(period)) => *period,
            _ => current_quarter(app),
        });
        let view = Memo::new(move |_| {
            let (period, today) = (period.get(), app.today().get());
            app.view(&TABLES, |workspace| GoalsView::new(workspace, period, today))
        });
        let landings = Memo::new(move |_| {
            let (view, today) = (view.read(), app.today().get());
            let found = |view| app.view(&TABLES, |it| row_projections(it, view, today));
            view.as_ref().map(found).unwrap_or_default()
        });
        let parts = planned(app, period);
        Desk {
            app,
            lang: app.lang(),
            period,
            view,
            parts,
            landings,
            editing: RwSignal::new(None),
            opened: RwSignal::new(None),
            parts_opened: RwSignal::new(None),
            whose: RwSignal::new(Row::from(Bearer::Company)),
            attained: attained(app, view, parts),
            checked: RwSignal::new(None),
        }
    }

    /// Explains a figure of a row; one sheet is open at a time.
    fn explain(self, row: Row, figure: Figure) {
        match row {
            Row::Part(split, _) => self.explain_part(split, Some(row), figure),
            row => {
                self.parts_opened.set(None);
                self.opened.set(row.bearer().map(|it| (it, figure)));
            }
        }
    }

    /// Explains a figure of quotas by a split: of a row, or of what leads do not say.
    fn explain_part(self, split: Split, row: Option<Row>, figure: Figure) {
        self.opened.set(None);
        self.parts_opened.set(Some((split, row, figure)));
    }

    /// What is read of the quotas by a split and their progress.
    fn of_split<T>(
        self,
        split: Split,
        read: impl FnOnce(&Kept, &Progress) -> Option<T>,
    ) -> Option<T> {
        let parts = self.parts.read();
        parts.iter().find(|(_, it)| it.split == split).and_then(|(kept, it)| read(kept, it))
    }

    /// Where a row lands by its forecast, once that is known.
    fn lands(self, row: Row) -> Option<Lands> {
        self.attained.read().as_ref()?.get(&row)?.lands
    }

    /// The row of a bearer.
    fn row(self, bearer: Bearer) -> Memo<Option<GoalRow>> {
        Memo::new(move |_| self.view.read().as_ref()?.row(bearer).cloned())
    }
}

/// Goals of the period in the address.
#[component]
pub fn GoalsPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let filling = RwSignal::new(false);
    view! {
        <div class="two-pane" data-testid="goals-page">
            <div class="two-pane__main">
                <div class="content goals">
                    <GoalPeriod desk filling />
                    <Headline desk />
                    <GoalTable desk />
                    <GoalChart desk />
                    <GoalWeek desk />
                    <GoalParts desk />
                    <OtherGoals desk />
                </div>
            </div>
            <GoalSheet desk />
            <PartSheet desk />
        </div>
        <FillDialog desk open=filling />
        <SmartDialog lang=desk.lang checked=desk.checked />
    }
}
