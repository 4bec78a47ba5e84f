//! Which leads are selected, while some are being selected.
//!
//! Only what is shown counts as selected, so that nothing is changed that nobody sees.

use std::collections::BTreeSet;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use crate::domain::id::LeadId;
use crate::present::board::Board;
use crate::present::lead::LeadField;

/// The selection of a board.
#[derive(Clone, Copy)]
pub(super) struct Selection {
    /// Whether a tap selects instead of opening.
    pub on: RwSignal<bool>,
    marked: RwSignal<BTreeSet<LeadId>>,
    /// The leads that are selected and shown, in the order of the board.
    pub leads: Memo<Vec<LeadId>>,
    /// The field that the selected leads are being changed in.
    pub changing: RwSignal<Option<LeadField>>,
    /// Whether it is being asked if the selected leads shall be deleted.
    pub deleting: RwSignal<bool>,
    /// Where a range of rows begins.
    pub anchor: StoredValue<Option<LeadId>>,
    board: Memo<Board>,
}

impl Selection {
    /// Nothing of a board is selected.
    pub(super) fn of(board: Memo<Board>) -> Selection {
        let marked = RwSignal::new(BTreeSet::new());
        let leads = Memo::new(move |_| {
            let marked = marked.read();
            if marked.is_empty() {
                return Vec::new();
            }
            let board = board.read();
            let shown = board.columns.iter().flat_map(|column| column.leads.iter().copied());
            shown.filter(|id| marked.contains(id)).collect()
        });
        Selection {
            on: RwSignal::new(false),
            marked,
            leads,
            changing: RwSignal::new(None),
            deleting: RwSignal::new(false),
            anchor: StoredValue::new(None),
            board,
        }
    }

    /// Whether a lead is selected.
    pub(super) fn has(self, lead: LeadId) -> bool {
        self.marked.read().contains(&lead)
    }

    /// Selects a lead, or lets it go.
    pub(super) fn toggle(self, lead: LeadId) {
        self.on.set(true);
        self.anchor.set_value(Some(lead));
        self.marked.update(|marked| {
            if !marked.remove(&lead) {
                marked.insert(lead);
            }
        });
    }

    /// Selects leads besides those that are selected.
    pub(super) fn add(self, leads: &[LeadId]) {
        self.on.set(true);
        self.marked.update(|marked| marked.extend(leads.iter().copied()));
    }

    /// Selects everything that is shown.
    pub(super) fn add_all(self) {
        let shown = self.board.with_untracked(|board| {
            board.columns.iter().flat_map(|column| column.leads.iter().copied()).collect()
        });
        self.marked.set(shown);
    }

    /// Selects nothing, and goes on selecting.
    pub(super) fn clear(self) {
        self.anchor.set_value(None);
        self.marked.update(BTreeSet::clear);
    }

    /// Leaves selecting; the selection is dropped.
    pub(super) fn leave(self) {
        self.on.set(false);
        self.clear();
    }
}

/// While leads are being selected, a tap on a link to one selects it.
pub(super) fn select_by_tap(selection: Selection, lead: LeadId, event: &MouseEvent) {
    if selection.on.get_untracked() {
        event.prevent_default();
        event.stop_propagation();
        selection.toggle(lead);
    }
}

/// While leads are being selected, the space bar selects the one that has the focus.
pub(super) fn select_by_space(selection: Selection, lead: LeadId, event: &KeyboardEvent) {
    if selection.on.get_untracked() && event.key() == " " && !event.is_composing() {
        event.prevent_default();
        event.stop_propagation();
        selection.toggle(lead);
    }
}
