//! Goals of a period: the headline, the quotas of company, teams and people, and how far each has
//! come. Every figure opens how it was computed.

mod chart;
mod editor;
mod fill;
mod headline;
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
use crate::i18n::Lang;
use crate::pages::common::current_quarter;
use crate::present::goals::certificate::Figure;
use crate::present::goals::words::row_name;
use crate::present::goals::{GoalRow, GoalsView, TABLES, row_projections};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use chart::GoalChart;
use fill::FillDialog;
use headline::Headline;
pub use measured::MeasuredPage;
use others::OtherGoals;
use parts::{GoalParts, PartSheet};
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
    /// Where the teams and people of whom enough is known land at their pace.
    landings: Memo<BTreeMap<Bearer, Projection>>,
    /// Whose quota is being changed.
    editing: RwSignal<Option<Bearer>>,
    /// Which figure is being explained.
    opened: RwSignal<Option<(Bearer, Figure)>>,
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
        let (editing, opened) = (RwSignal::new(None), RwSignal::new(None));
        let (attained, checked) = (attained(app, view), RwSignal::new(None));
        Desk { app, lang: app.lang(), period, view, landings, editing, opened, attained, checked }
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
    let parts_opened = RwSignal::new(None);
    view! {
        <div class="two-pane" data-testid="goals-page">
            <div class="two-pane__main">
                <div class="content goals">
                    <GoalPeriod desk filling />
                    <Headline desk />
                    <GoalTable desk />
                    <GoalChart desk />
                    <GoalWeek desk />
                    <GoalParts desk parts_opened />
                    <OtherGoals desk />
                </div>
            </div>
            <GoalSheet desk />
            <PartSheet desk opened=parts_opened />
        </div>
        <FillDialog desk open=filling />
        <SmartDialog lang=desk.lang checked=desk.checked name=move |it| named(desk, it) />
    }
}

/// The name of a bearer's row.
fn named(desk: Desk, bearer: Bearer) -> String {
    let view = desk.view.read();
    let row = view.as_ref().and_then(|it| it.row(bearer));
    row.map(|it| row_name(desk.lang.get(), it)).unwrap_or_default()
}
