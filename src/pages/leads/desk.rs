//! What the parts of the page share: the board that is shown, what is open, what can be done.

use leptos::prelude::*;

use super::form::LeadForm;
use crate::domain::command::Command;
use crate::domain::id::{LeadId, StageId};
use crate::domain::lead::Lead;
use crate::domain::pipeline::Outcome;
use crate::domain::workspace::Table;
use crate::pages::common::{ActivityForm, TaskForms};
use crate::present::board::{self, Board};
use crate::present::filter::LeadFilter;
use crate::present::lead::QuickLead;
use crate::runtime::app::{App, use_app};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Drag, DragNews, DroppedBy, Tone};

/// What a board is made of.
const BOARD: &[Table] = &[
    Table::Leads,
    Table::Stages,
    Table::Pipelines,
    Table::People,
    Table::Customers,
    Table::Settings,
    Table::Rates,
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
    /// The board.
    pub board: Memo<Board>,
    /// The column whose sum is explained.
    pub explained: RwSignal<Option<Option<StageId>>>,
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
            Route::Leads(address) | Route::Lead(_, address) => address.clone(),
            _ => before.cloned().unwrap_or_default(),
        });
        let lead = Memo::new(move |_| match &*route.read() {
            Route::Lead(id, _) => Some(*id),
            _ => None,
        });
        let board = Memo::new(move |_| {
            let address = address.read();
            let today = today.get();
            let filter = &address.filter;
            let found = app.leads_meant(&filter.text);
            app.view(BOARD, |it| board::board(it, address.pipeline, filter, &found, today))
        });
        Desk {
            app,
            address,
            lead,
            board,
            explained: RwSignal::new(None),
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
        let address = BoardAddress { filter, ..self.address.get_untracked() };
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
            self.app.say(Tone::Bad, why);
        }
        added.is_some()
    }

    fn begin_new(self, stage: Option<StageId>, quick: Option<&QuickLead>) {
        let (owner, product) =
            self.address.with_untracked(|it| (it.filter.owner, it.filter.product));
        self.adding_form.begin_new(Lead { stage, owner, product, ..Lead::default() });
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
        let stage_of = |id| self.app.peek(|it| it.leads.get(id).and_then(|it| it.stage));
        if stage_of(lead) == Some(stage) {
            return;
        }
        self.app.act(Command::MoveLead(lead, stage));
        if stage_of(lead) != Some(stage) {
            return;
        }
        self.landed.set(Some(lead));
        let outcome = self.app.peek(|it| it.stages.get(stage).map(|it| it.outcome));
        if outcome == Some(Outcome::Lost) {
            self.lost.set(Some(lead));
        }
    }

    /// Does what a drag means, and says it.
    pub(super) fn take_news(self, drag: Drag, news: DragNews) {
        let lang = self.app.lang().get_untracked();
        let text = match news {
            DragNews::Lifted(thing) => lang.leads_lifted(&self.title(&thing)),
            DragNews::Over(place) => lang.leads_over(&self.stage_name(&place)),
            DragNews::PutBack(thing) => lang.leads_put_back(&self.title(&thing)),
            DragNews::Dropped { thing, place, by } => {
                match self.drop_lead(drag, &thing, &place, by) {
                    true => lang.leads_dropped(&self.title(&thing), &self.stage_name(&place)),
                    false => lang.leads_put_back(&self.title(&thing)),
                }
            }
        };
        self.news.set(text);
    }

    /// Brings a lead to the place it was dropped on; says whether it is there now.
    fn drop_lead(self, drag: Drag, thing: &str, place: &str, by: DroppedBy) -> bool {
        let (Ok(lead), Ok(stage)) = (thing.parse::<LeadId>(), place.parse::<StageId>()) else {
            return false;
        };
        self.move_lead(lead, stage);
        match self.board.with_untracked(|board| board.place_of(lead)) {
            Some((at, index)) if at == Some(stage) => {
                drag.reveal(thing.to_owned(), place, (index, CARD_HEIGHT), by);
                true
            }
            Some(_) | None => false,
        }
    }

    fn title(self, thing: &str) -> String {
        let (lang, today) = (self.app.lang().get_untracked(), self.app.today().get_untracked());
        let card = |id| self.app.peek(|it| board::card(it, lang, today, id));
        thing.parse().ok().and_then(card).map(|card| card.title).unwrap_or_default()
    }

    fn stage_name(self, place: &str) -> String {
        let name = |id| self.app.peek(|it| it.stages.get(id).map(|it| it.name.clone()));
        place.parse().ok().and_then(name).unwrap_or_default()
    }
}

/// The name of a column among the places of the board.
pub(super) fn place_name(stage: Option<StageId>) -> String {
    stage.map_or("none".to_owned(), |stage| stage.to_string())
}
