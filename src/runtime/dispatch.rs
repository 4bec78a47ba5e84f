//! The only writer of a team's data: rule, journal, storage, and then the views.
//!
//! The order is the promise: what the page shows as done is stored already.

use leptos::prelude::*;

use super::app::App;
use super::branching;
use super::compact;
use super::on_demand::{NotFetched, at_once, on_demand};
use super::platform::clock;
use super::refusal::{self, Refusal};
use super::state::{Closed, Core};
use super::touched::show_touched;
use crate::domain::apply::apply;
use crate::domain::changes::{Changes, Write};
use crate::domain::command::Command;
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::journal::document::Place;
use crate::journal::entry::Entry;
use crate::journal::ledger::{Direction, Ledger, NothingToUndo};
use crate::journal::vault::{NotStored, Room};
use crate::ui::{NotSavedReason, SaveState};

on_demand! {
    /// What a command changes. The rules come right after the frame, before any page that gives
    /// commands.
    fn changes(app: App, command: Command) -> Result<Changes, Rejection>, from rules, fetched by fetch_rules {
        app.peek(|workspace| apply(workspace, &command, &app.context()))
    }

    /// What a command changes on a branch.
    fn branch_changes(app: App, branch: StoredValue<Ledger, LocalStorage>, command: Command) -> Result<Changes, Rejection>, from rules, fetched by fetch_branch_rules {
        branch.with_value(|it| apply(it.workspace(), &command, &app.context()))
    }
}

/// Fetches the rules and their words; then commands are taken.
pub async fn fetch() -> Result<(), NotFetched> {
    fetch_rules().await?;
    fetch_branch_rules().await?;
    refusal::fetch().await
}

/// Does what a command says; gives what was done, nothing where nothing would change.
pub(super) fn give(app: App, command: Command) -> Result<Option<Label>, Refusal> {
    let Some(Ok(changes)) = at_once(changes(app, command)) else { return Err(Refusal::Arriving) };
    write(app, |core| {
        let changes = changes?;
        match changes.writes.is_empty() {
            true => Ok(None),
            false => Ok(Some(core.ledger.prepare(changes, clock::now()))),
        }
    })
}

/// What a command changes on a branch.
pub(super) fn changes_of(
    app: App,
    branch: StoredValue<Ledger, LocalStorage>,
    command: &Command,
) -> Result<Changes, Refusal> {
    match at_once(branch_changes(app, branch, command.clone())) {
        Some(Ok(changes)) => Ok(changes?),
        _ => Err(Refusal::Arriving),
    }
}

/// Does several things as one step, each after the one before, all of them or none.
pub(super) fn give_all(app: App, commands: &[Command]) -> Result<Option<Label>, Refusal> {
    let branch = StoredValue::new_local(branching::copy(app));
    let mut writes: Vec<Write> = Vec::new();
    for command in commands {
        let changes = changes_of(app, branch, command)?;
        writes.extend(changes.writes.iter().cloned());
        branch.try_update_value(|it| {
            let entry = it.prepare(changes, clock::now());
            it.commit(&entry).is_ok()
        });
    }
    branch.dispose();
    let count = commands.len().to_string();
    let label = Label::MeetingChanged("branch".to_owned(), count);
    let changes = Changes { label, writes: last_of_each(writes) };
    write(app, |core| match changes.writes.is_empty() {
        true => Ok(None),
        false => Ok(Some(core.ledger.prepare(changes, clock::now()))),
    })
}

/// Of several writes of a field the last, record by record.
fn last_of_each(writes: Vec<Write>) -> Vec<Write> {
    let mut kept: Vec<Write> = Vec::new();
    for write in writes {
        let is_same =
            |it: &Write| (it.table, it.id, it.field) == (write.table, write.id, write.field);
        match kept.iter().position(is_same) {
            Some(place) => kept[place] = write,
            None => kept.push(write),
        }
    }
    kept
}

/// Takes a step back or forth; gives what was done.
pub(super) fn step(app: App, direction: Direction) -> Result<Option<Label>, Refusal> {
    let done = write(app, |core| match core.ledger.prepare_step(direction, clock::now()) {
        Ok(entry) => Ok(Some(entry)),
        Err(NothingToUndo::Empty) => Ok(None),
        Err(NothingToUndo::ChangedSince) => Err(Refusal::ChangedSince),
    });
    app.show_steps();
    done
}

/// Stores and shows the entry that `prepare` makes.
pub(super) fn write(
    app: App,
    prepare: impl FnOnce(&mut Core) -> Result<Option<Entry>, Refusal>,
) -> Result<Option<Label>, Refusal> {
    let done = app.core.try_update_value(|core| {
        core.check_open()?;
        let Some(entry) = prepare(core)? else { return Ok(None) };
        let room = core.vault().append(&entry)?;
        let touched = core.take(&entry, room)?;
        Ok(Some((entry.label().clone(), touched)))
    });
    let done = done.unwrap_or(Err(Refusal::Busy));
    show_outcome(app, &done);
    done.map(|it| it.map(|(label, _)| label))
}

impl Core {
    pub(super) fn check_open(&self) -> Result<(), Refusal> {
        match self.closed {
            None => Ok(()),
            Some(Closed::Full) => Err(Refusal::Full),
            Some(Closed::TooNew) => Err(Refusal::TooNew),
            Some(Closed::Busy) => Err(Refusal::Busy),
        }
    }

    /// Takes a stored entry into the state.
    pub(super) fn take(&mut self, entry: &Entry, room: Room) -> Result<Vec<Place>, Refusal> {
        self.loose += 1;
        if room == Room::Reserve {
            self.closed = Some(Closed::Full);
        }
        self.ledger.commit(entry).map_err(|_| Refusal::Unreadable)
    }
}

type Outcome = Result<Option<(Label, Vec<Place>)>, Refusal>;

/// Tells the views what came of a write.
pub(super) fn show_outcome(app: App, outcome: &Outcome) {
    let state = match outcome {
        Ok(Some((_, touched))) => {
            show_touched(app, touched);
            app.show_steps();
            compact::when_worthwhile(app);
            match app.core.with_value(|core| core.closed) {
                Some(Closed::Full) => SaveState::NotSaved(NotSavedReason::Full),
                _ => SaveState::Saved,
            }
        }
        Ok(None) => return,
        Err(Refusal::NotStored(NotStored::Denied)) => SaveState::NotSaved(NotSavedReason::Denied),
        Err(Refusal::NotStored(NotStored::Full)) => SaveState::NotSaved(NotSavedReason::Full),
        Err(Refusal::NotStored(NotStored::Unsound)) => SaveState::NotSaved(NotSavedReason::Failed),
        Err(_) => return,
    };
    if app.save.get_untracked() != state {
        app.save.set(state);
    }
}
