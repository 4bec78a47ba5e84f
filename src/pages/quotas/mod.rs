//! The quota grid: company, teams and people against year, quarters and months; or the company by
//! product, sector, class, region or office. Any cell can be set, locked or spread anew; wholes are the
//! sums of their parts at every moment.

mod bar;
mod editor;
mod grid;
mod grow;
mod keys;
mod paste;
mod respread;
mod split;
mod told;
mod tools;

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::domain::calendar::Period;
use crate::domain::command::Command;
use crate::domain::id::TeamId;
use crate::domain::quota::{Cell, Edit, Rest, Row, Split, kept_by};
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::present::quotas::{Folds, GridView, Range, TABLES, Turn, WON_TABLES, won_before};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::Route;
use bar::{CellBar, WonDialog};
use grid::Grid;
use grow::GrowDialog;
use paste::PasteDialog;
use respread::RespreadDialog;
use split::{Differences, Rowless};
use tools::Tools;

/// Which dialog is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asking {
    Respread,
    Paste,
    Grow,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Desk {
    app: App,
    lang: Signal<Lang>,
    year: Memo<i32>,
    /// What the company is split by.
    split: Memo<Split>,
    /// The quotas now and before the last change; none outside the calendar.
    turn: Memo<Option<Turn>>,
    view: Memo<Option<GridView>>,
    folds: RwSignal<Folds>,
    /// The cell that was chosen, and may have been folded away since.
    chosen: RwSignal<Option<Cell>>,
    /// The cell that keys and buttons act on.
    at: Memo<Option<Cell>>,
    /// The corner across from the chosen cell, where several are chosen.
    corner: RwSignal<Option<Cell>>,
    /// The cells that are chosen together; none where it is one.
    range: Memo<Option<Range>>,
    /// Whether a tap chooses all up to it, as with the Shift key.
    several: RwSignal<bool>,
    /// The cell that is being changed.
    edited: RwSignal<Option<Cell>>,
    /// What is typed into it.
    draft: RwSignal<String>,
    /// What happens to the other cells.
    rest: RwSignal<Rest>,
    asking: RwSignal<Option<Asking>>,
    /// The cell of which it is explained what was won.
    explained: RwSignal<Option<Cell>>,
    /// What is being pasted.
    pasted: RwSignal<String>,
}

impl Desk {
    fn new(app: App) -> Desk {
        let year = Memo::new(move |_| match *app.route().read() {
            Route::Quotas(Some(year), _) => year,
            _ => current_year(app),
        });
        let split = Memo::new(move |_| match *app.route().read() {
            Route::Quotas(_, split) => split,
            _ => Split::People,
        });
        let turn = Memo::new(move |earlier: Option<&Option<Turn>>| {
            let now = app.view(&TABLES, |it| kept_by(it, year.get(), split.get()));
            Turn::next(now, earlier.and_then(Option::as_ref))
        });
        let won: Memo<BTreeMap<Row, i64>> =
            Memo::new(move |_| app.view(&WON_TABLES, |it| won_before(it, year.get(), split.get())));
        let (folds, chosen) = (RwSignal::<Folds>::default(), RwSignal::new(None));
        let view = Memo::new(move |_| {
            let (turn, folds, won) = (turn.read(), folds.read(), won.read());
            let lang = app.lang().get();
            let turn = turn.as_ref()?;
            Some(app.peek(|it| GridView::new(it, lang, turn, &folds, &won)))
        });
        let at = Memo::new(move |_| {
            let view = view.read();
            let view = view.as_ref()?;
            let shown = chosen.get().filter(|it| view.cell(*it).is_some());
            Some(shown.unwrap_or(view.whole))
        });
        let corner = RwSignal::new(None);
        let range = Memo::new(move |_| {
            let (from, to) = (at.get()?, corner.get()?);
            view.read().as_ref()?.between(from, to).filter(|_| from != to)
        });
        Desk {
            app,
            lang: app.lang(),
            year,
            split,
            turn,
            view,
            folds,
            chosen,
            at,
            corner,
            range,
            several: RwSignal::new(false),
            edited: RwSignal::new(None),
            draft: RwSignal::default(),
            rest: RwSignal::new(Rest::Stays),
            asking: RwSignal::new(None),
            explained: RwSignal::new(None),
            pasted: RwSignal::default(),
        }
    }

    /// Does something to the grid of the year.
    fn act(self, edits: Vec<Edit>) {
        self.app.act(self.command(edits));
    }

    /// Edits of the grid of the year and split.
    fn command(self, edits: Vec<Edit>) -> Command {
        Command::EditQuotas(self.year.get_untracked(), self.split.get_untracked(), edits)
    }

    /// Begins to change a cell, with this text in it.
    fn begin(self, cell: Cell, text: String) {
        self.choose(cell);
        self.draft.set(text);
        self.edited.set(Some(cell));
    }

    /// Chooses a cell alone.
    fn choose(self, cell: Cell) {
        if self.corner.get_untracked().is_some() {
            self.corner.set(None);
        }
        self.chosen.set(Some(cell));
    }

    /// The cells that are chosen, be it one.
    fn chosen_cells(self) -> Option<Range> {
        let several = self.range.get_untracked();
        let one = || {
            let at = self.at.get_untracked()?;
            self.view.read_untracked().as_ref()?.between(at, at)
        };
        several.or_else(one)
    }

    /// Does to the chosen cells what these edits say.
    fn act_on_chosen(self, edits: impl FnOnce(&GridView, &Range) -> Vec<Edit>) {
        let Some(range) = self.chosen_cells() else { return };
        let edits = self.view.with_untracked(|view| view.as_ref().map(|it| edits(it, &range)));
        self.act(edits.unwrap_or_default());
    }

    fn toggle_locks(self) {
        self.act_on_chosen(GridView::locking);
    }

    fn empty_chosen(self) {
        self.act_on_chosen(|_, range| range.emptied(self.rest.get_untracked()));
    }

    fn toggle_team(self, team: TeamId) {
        self.folds.update(|folds| toggle(&mut folds.teams, team));
    }

    fn toggle_quarter(self, quarter: Period) {
        self.folds.update(|folds| toggle(&mut folds.quarters, quarter));
    }
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, it: T) {
    match list.iter().position(|other| *other == it) {
        Some(place) => drop(list.remove(place)),
        None => list.push(it),
    }
}

fn current_year(app: App) -> i32 {
    let today = app.today().get();
    let start = app.view(&[Table::Settings], |it| it.settings().fiscal_start());
    match start.year_of(today) {
        Period::Year(year) => year,
        Period::Quarter(..) | Period::Month(..) => today.year(),
    }
}

/// The grid of the year in the address.
#[component]
pub fn QuotasPage() -> impl IntoView {
    let desk = Desk::new(use_app());
    let has_nobody = Memo::new(move |_| desk.view.read().as_ref().is_none_or(|it| it.has_nobody));
    view! {
        <div class="quotas" data-testid="quotas-page">
            <Tools desk />
            <Show
                when=move || !has_nobody.get()
                fallback=move || view! { <Rowless desk /> }
            >
                <CellBar desk />
                <Differences desk />
                <Grid desk />
            </Show>
        </div>
        <RespreadDialog desk />
        <PasteDialog desk />
        <GrowDialog desk />
        <WonDialog desk />
    }
}
