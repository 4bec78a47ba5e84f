//! What the parts of the page share: the board that is shown, what is open, what can be done.

use leptos::prelude::*;

use super::form::LeadForm;
use super::selection::Selection;
use crate::domain::calendar::Day;
use crate::domain::command::{Command, LeadEdit};
use crate::domain::id::{LeadId, PipelineId, StageId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Table;
use crate::pages::common::{ActivityForm, TaskForms};
use crate::present::address::Look;
use crate::present::board::{self, Board, Lane, LaneOf};
use crate::present::filter::{Closes, LeadFilter};
use crate::present::lead::QuickLead;
use crate::present::lead_table::{self, LeadTable};
use crate::runtime::app::{App, use_app};
use crate::runtime::route::{BoardAddress, Route};
use crate::runtime::touched::Seen;

/// What rows show and are sorted by.
const ROWS: &[Table] = &[
    Table::Leads,
    Table::Stages,
    Table::Pipelines,
    Table::People,
    Table::Customers,
    Table::Products,
    Table::Settings,
];

/// The height of a card with its gap, in pixels.
pub(super) const CARD_HEIGHT: u32 = 80;

/// The page's state.
#[derive(Clone, Copy)]
pub(super) struct Desk {
    /// The application.
    pub app: App,
    /// Which board, and what of it.
    pub address: Memo<BoardAddress>,
    /// The lead that is open.
    pub lead: Memo<Option<LeadId>>,
    /// The lead that is open or about to be.
    pub going: Memo<Option<LeadId>>,
    /// The board.
    pub board: Memo<Board>,
    /// The lanes of the board; none where it is not cut.
    pub lanes: Memo<Vec<Lane>>,
    /// The leads as rows; none where the board is shown.
    pub table: Memo<LeadTable>,
    /// Which leads are selected.
    pub selection: Selection,
    /// The column or lane whose sum is explained.
    pub explained: RwSignal<Option<Spot>>,
    /// The lanes that are folded to their head.
    pub folded_lanes: RwSignal<Vec<LaneOf>>,
    /// The columns that are folded to a strip.
    pub folded: RwSignal<Vec<Option<StageId>>>,
    /// The stage that a lead is being added to.
    pub adding: RwSignal<Option<Option<StageId>>>,
    /// The stage whose column has its line open, in which leads are typed.
    pub quick: RwSignal<Option<StageId>>,
    /// What is due, being finished or brought to another day.
    pub tasks: TaskForms,
    /// The form of an activity.
    pub activity: ActivityForm,
    /// The lead for which a stage is being chosen.
    pub moving: RwSignal<Option<LeadId>>,
    /// The lead that was just lost.
    pub lost: RwSignal<Option<LeadId>>,
    /// The lead that was just moved.
    pub landed: RwSignal<Option<LeadId>>,
    /// What is said to those who do not see the board.
    pub news: RwSignal<String>,
    /// The form of a lead that is being added.
    pub adding_form: LeadForm,
    /// The form of the lead that is open, kept while the page stands.
    pub form: LeadForm,
    /// Which lead is being edited, and how much of it.
    pub editing: RwSignal<Option<(LeadId, Part)>>,
    /// Where the person wants to go while something typed is not saved.
    pub leaving: RwSignal<Option<Leaving>>,
}

/// What has a sum on the board.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Spot {
    /// A column, by its stage.
    Column(Option<StageId>),
    /// A lane.
    Lane(LaneOf),
}

/// The part of a lead that is being edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// The next step and its date.
    NextStep,
    /// Everything else.
    Facts,
}

/// What is done once the person has let go of what was typed.
#[derive(Clone, Copy)]
pub(super) struct Leaving(pub Callback<()>);

impl Desk {
    /// The state of a page that has just opened.
    pub(super) fn new() -> Desk {
        let app = use_app();
        let (route, today) = (app.route(), app.today());
        let address = Memo::new(move |before: Option<&BoardAddress>| match &*route.read() {
            Route::Leads(address) | Route::Lead(_, address) => {
                app.view(&[Table::Views], |it| address.resolved(it))
            }
            _ => before.cloned().unwrap_or_default(),
        });
        let lead_of = |route: &Route| match route {
            Route::Lead(id, _) => Some(*id),
            _ => None,
        };
        let lead = Memo::new(move |_| lead_of(&route.read()));
        let going = Memo::new(move |_| lead_of(&app.going().read()));
        let scope = Memo::new(move |_| address.with(|it| (it.pipeline, it.filter.clone())));
        // What the board was made from: the pipeline where it shows all leads of one, the day, and
        // where the tables were.
        let made_from = StoredValue::new(None::<(Option<Option<PipelineId>>, Day, Seen)>);
        let board = Memo::new(move |before: Option<&Board>| {
            let (scope, today) = (scope.read(), today.get());
            let plain = (scope.1 == LeadFilter::default()).then_some(scope.0);
            let now = (plain, today, app.seen(&board::MADE_OF));
            let last = made_from.try_update_value(|it| it.replace(now.clone())).flatten();
            let touched = last.filter(|it| plain.is_some() && (it.0, it.1) == (plain, today));
            let touched = touched.and_then(|it| app.leads_touched(&it.2, &now.2));
            let mended = before
                .zip(touched)
                .and_then(|(board, touched)| app.peek(|it| board.mended(it, &touched, today)));
            mended.unwrap_or_else(|| {
                let found = app.leads_meant(&scope.1.text);
                app.peek(|it| board::board(it, scope.0, &scope.1, &found, today))
            })
        });
        let lanes = Memo::new(move |_| {
            let (look, kind) = address.with(|it| (it.look, it.lanes));
            let Some(kind) = kind.filter(|_| look == Look::Board) else { return Vec::new() };
            let (board, scope) = (board.read(), scope.read());
            app.view(&board::MADE_OF, |it| board::lanes(it, &board, kind, &scope.1, today.get()))
        });
        let table = Memo::new(move |_| {
            let (look, order) = address.with(|it| (it.look, it.order));
            match look {
                Look::Board => LeadTable::default(),
                Look::Table => {
                    let board = board.read();
                    app.view(ROWS, |it| lead_table::table(it, &board, order))
                }
            }
        });
        Desk {
            app,
            address,
            lead,
            going,
            board,
            lanes,
            table,
            selection: Selection::of(board),
            explained: RwSignal::new(None),
            folded_lanes: RwSignal::default(),
            folded: RwSignal::default(),
            adding: RwSignal::new(None),
            quick: RwSignal::new(None),
            tasks: TaskForms::closed(app),
            activity: ActivityForm::closed(app),
            moving: RwSignal::new(None),
            lost: RwSignal::new(None),
            landed: RwSignal::new(None),
            news: RwSignal::default(),
            adding_form: LeadForm::new(app),
            form: LeadForm::new(app),
            editing: RwSignal::new(None),
            leaving: RwSignal::new(None),
        }
    }

    /// Shows these leads of the board.
    pub(super) fn narrow(self, filter: LeadFilter) {
        self.show(BoardAddress { filter, ..self.address.get_untracked() });
    }

    /// Shows leads so. Where nothing of a saved view is left, that is the plain board.
    pub(super) fn show(self, address: BoardAddress) {
        let plain = address.unsaved() == BoardAddress::default();
        let address = if plain { BoardAddress::default() } else { address };
        self.app.replace(match self.lead.get_untracked() {
            Some(lead) => Route::Lead(lead, address),
            None => Route::Leads(address),
        });
    }

    /// Opens the form of a new lead. It begins with what the board is narrowed to, so that the lead
    /// is seen once it is added.
    pub(super) fn add_lead(self, stage: Option<StageId>) {
        self.add_with(stage, None);
    }

    /// Opens the form of a new lead with what was typed into the line of a column.
    pub(super) fn add_with(self, stage: Option<StageId>, quick: Option<&QuickLead>) {
        self.begin_new(stage, quick);
        self.adding.set(Some(stage));
    }

    /// Adds the lead of a line; says whether it is there now.
    pub(super) fn add_quickly(self, stage: Option<StageId>, quick: &QuickLead) -> bool {
        self.begin_new(stage, Some(quick));
        let added = self.adding_form.save();
        if added.is_some() {
            self.landed.set(added);
        } else if let Some(why) = self.adding_form.refused.get_untracked() {
            self.app.say_refused(&why);
        }
        added.is_some()
    }

    fn begin_new(self, stage: Option<StageId>, quick: Option<&QuickLead>) {
        let LeadFilter { owner, product, source, priority, closes, mut tags, .. } =
            self.address.with_untracked(|it| it.filter.clone());
        let (source, priority) = (source.unwrap_or_default(), priority.unwrap_or_default());
        let (first, last) = closes.map_or((None, None), Closes::days);
        tags.retain(|it| !it.is_empty());
        self.adding_form.begin_new(Lead {
            stage,
            owner,
            product,
            source,
            tags,
            priority,
            closes: last.or(first),
            ..Lead::default()
        });
        if let Some(quick) = quick {
            self.adding_form.draft.update(|draft| draft.take_quick(quick));
        }
    }

    /// Leaves the open lead for the board.
    pub(super) fn close_lead(self) {
        self.app.go(Route::Leads(self.address.get_untracked()));
    }

    /// Goes on with `go`, at once or after the person has let go of what was typed.
    pub(super) fn leave(self, go: Callback<()>) {
        let unsaved = self.editing.with_untracked(Option::is_some) && self.form.is_changed();
        match unsaved {
            true => self.leaving.set(Some(Leaving(go))),
            false => {
                self.editing.set(None);
                go.run(());
            }
        }
    }

    /// Starts editing a part of a lead.
    pub(super) fn edit(self, lead: LeadId, part: Part) {
        self.leave(Callback::new(move |()| {
            self.form.begin(lead);
            self.editing.set(Some((lead, part)));
        }));
    }

    /// Whether this part of a lead is being edited.
    pub(super) fn edits(self, lead: LeadId, part: Part) -> bool {
        self.editing.get() == Some((lead, part))
    }

    /// Brings a lead to a stage; asks why where that means it is lost.
    pub(super) fn move_lead(self, lead: LeadId, stage: StageId) {
        self.change_lead(lead, Some(stage), Command::MoveLead(lead, stage));
    }

    /// Brings a lead to another lane, and to a stage where one is given, in one step.
    pub(super) fn move_across(self, lead: LeadId, stage: Option<StageId>, lane: &LaneOf) {
        let stage_edit = stage.map(|stage| LeadEdit::Stage(stage, String::new()));
        let edits = stage_edit.into_iter().chain([lane.edit()]).collect();
        self.change_lead(lead, stage, Command::ChangeLeads(vec![lead], edits));
    }

    /// Changes a lead that may come to a stage by it.
    fn change_lead(self, lead: LeadId, stage: Option<StageId>, command: Command) {
        let read = |id| self.app.peek(|it| it.leads.get(id).cloned());
        let before = read(lead);
        self.app.act(command);
        let after = read(lead);
        if before == after {
            return;
        }
        self.landed.set(Some(lead));
        let moved = before.and_then(|it| it.stage) != after.and_then(|it| it.stage);
        let outcome = self.app.peek(|it| it.stages.find(stage).map(|it| it.outcome));
        if moved && outcome == Some(Outcome::Lost) {
            self.lost.set(Some(lead));
        }
    }
}
