//! The form of a lead: the draft, what is wrong with it, and saving it.

use leptos::prelude::*;

use crate::domain::id::LeadId;
use crate::domain::lead::Lead;
use crate::present::entry_hint::Typed;
use crate::present::lead::{Fault, LeadDraft, LeadField};
use crate::runtime::app::App;
use crate::runtime::refusal::Refusal;

/// A form; the same one serves one lead after another.
#[derive(Clone, Copy)]
pub(super) struct LeadForm {
    app: App,
    /// What is typed.
    pub draft: RwSignal<LeadDraft>,
    start: StoredValue<LeadDraft>,
    id: StoredValue<LeadId>,
    /// The lead as it begins, where it is new.
    fresh: StoredValue<Lead>,
    faults: RwSignal<Vec<(LeadField, Fault)>>,
    /// Why saving was refused.
    pub refused: RwSignal<Option<Refusal>>,
}

impl LeadForm {
    /// A form of nothing yet.
    pub(super) fn new(app: App) -> LeadForm {
        let blank = LeadDraft::blank(app.peek(|it| it.settings().currency()));
        LeadForm {
            app,
            draft: RwSignal::new(blank.clone()),
            start: StoredValue::new(blank),
            id: StoredValue::new(LeadId::default()),
            fresh: StoredValue::new(Lead::default()),
            faults: RwSignal::default(),
            refused: RwSignal::new(None),
        }
    }

    /// Begins with a lead as it is now.
    pub(super) fn begin(self, id: LeadId) {
        let lead = self.app.peek(|it| it.leads.get(id).cloned()).unwrap_or_default();
        self.begin_with(id, lead);
    }

    /// Begins with a new lead, filled in so far.
    pub(super) fn begin_new(self, lead: Lead) {
        self.begin_with(LeadId::from(self.app.draw_id()), lead);
    }

    fn begin_with(self, id: LeadId, lead: Lead) {
        let draft = self.app.peek(|it| LeadDraft::of(it, &lead));
        self.id.set_value(id);
        self.start.set_value(draft.clone());
        self.fresh.set_value(lead);
        self.faults.set(Vec::new());
        self.refused.set(None);
        self.draft.set(draft);
    }

    /// What is typed of the lead, for what it may be the same as.
    pub(super) fn typed(self) -> Typed {
        self.draft.with(|draft| Typed {
            own: self.id.get_value(),
            customer: draft.customer.clone(),
            name: draft.name.clone(),
            contacts: draft.contacts.clone(),
        })
    }

    /// Whether something was typed that is not saved.
    pub(super) fn is_changed(self) -> bool {
        self.start.with_value(|start| self.draft.with_untracked(|draft| draft != start))
    }

    /// What is wrong with a field.
    pub(super) fn error(self, field: LeadField) -> Signal<Option<String>> {
        let lang = self.app.lang();
        Signal::derive(move || {
            let faults = self.faults.read();
            let (_, fault) = faults.iter().find(|(at, _)| *at == field)?;
            Some(fault.words(lang.get()).to_owned())
        })
    }

    /// Saves what was typed and gives the lead; or says what is wrong, and gives nothing.
    pub(super) fn save(self) -> Option<LeadId> {
        let id = self.id.get_value();
        let checked = self.app.peek(|workspace| {
            let current =
                workspace.leads.get(id).cloned().unwrap_or_else(|| self.fresh.get_value());
            let draft = self.draft.read_untracked();
            self.start.with_value(|start| draft.check(workspace, start, &current))
        });
        let checked = match checked {
            Ok(checked) => checked,
            Err(faults) => {
                self.faults.set(faults);
                return None;
            }
        };
        self.faults.set(Vec::new());
        let customer = self.app.draw_id().into();
        let command = self.app.peek(|it| checked.command(it, id, customer));
        match self.app.act_here(command) {
            Ok(()) => {
                self.start.set_value(self.draft.get_untracked());
                Some(id)
            }
            Err(refusal) => {
                self.refused.set(Some(refusal));
                None
            }
        }
    }
}
