//! A branch: what would be if. Things are tried on a copy of the data; nothing of it is done until it
//! is kept, and then it is one step.
//!
//! What is tried lies beside the tablet's preferences, apart from the journal, until it is kept or
//! dropped, so that neither a reload nor a way to another page loses it. Where the data has moved on
//! meanwhile, it is done again on what stands then.

use leptos::prelude::*;

use super::app::App;
use super::dispatch;
use super::platform::clock;
use super::preferences;
use super::refusal::Refusal;
use super::ticking::moment;
use crate::domain::command::Command;
use crate::domain::what_if::{LeftOut, Replayed, Trial, Tried};
use crate::domain::workspace::Workspace;
use crate::i18n::Lang;
use crate::journal::ledger::Ledger;
use crate::ui::Tone;

/// A copy of the data, and what was tried on it.
#[derive(Clone, Copy)]
pub struct Branch {
    app: App,
    ledger: StoredValue<Ledger, LocalStorage>,
    trial: RwSignal<Trial>,
    /// What came of the trial, and by how many changes of the data; none before it is looked at.
    replayed: StoredValue<(Option<u64>, Replayed<Refusal>), LocalStorage>,
}

/// What is tried out on this tablet and neither kept nor dropped; nothing where nothing is.
pub fn waiting() -> Option<Trial> {
    let trial: Trial = preferences::trial()?.parse().ok()?;
    (!trial.tried.is_empty()).then_some(trial)
}

impl Branch {
    /// The branch that waits on this tablet, or one on which nothing was tried yet.
    pub fn resume(app: App) -> Branch {
        Branch {
            app,
            ledger: StoredValue::new_local(Ledger::default()),
            trial: RwSignal::new(waiting().unwrap_or_default()),
            replayed: StoredValue::new_local((None, Replayed::default())),
        }
    }

    /// Tries something.
    ///
    /// # Errors
    /// The [`Refusal`] where a rule forbids it.
    pub fn try_out(self, tried: Tried) -> Result<(), Refusal> {
        self.follow();
        if take(self.app, self.ledger, &tried.command())? {
            self.replayed.update_value(|it| it.1.done.push(tried));
            self.trial.update(|it| {
                if it.tried.is_empty() {
                    it.begun = moment();
                }
                it.tried.push(tried);
            });
            let kept = self.trial.with_untracked(Trial::to_string);
            if preferences::keep_trial(Some(&kept)).is_err() {
                self.app.say(Tone::Warn, Lang::branch_not_stored);
            }
        }
        Ok(())
    }

    /// Reads the data as it would be; what calls it runs again when something is tried. Whoever
    /// calls it tracks the tables it reads.
    pub fn view<T: Default>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.trial.track();
        self.follow();
        self.ledger.try_with_value(|it| read(it.workspace())).unwrap_or_default()
    }

    /// When it was begun, in milliseconds since 1970; none while nothing is tried.
    pub fn begun(self) -> Option<i64> {
        let trial = self.trial.read();
        (!trial.tried.is_empty()).then_some(trial.begun)
    }

    /// Whether something waits to be kept or dropped, now.
    pub fn waits(self) -> bool {
        self.trial.try_with_untracked(|it| !it.tried.is_empty()).unwrap_or(false)
    }

    /// How many things were tried that can be done.
    pub fn steps(self) -> usize {
        self.trial.track();
        self.follow();
        self.replayed.try_with_value(|it| it.1.done.len()).unwrap_or(0)
    }

    /// What was tried and cannot be done as things stand.
    pub fn left_out(self) -> Vec<LeftOut<Refusal>> {
        self.trial.track();
        self.follow();
        self.replayed.try_with_value(|it| it.1.left_out.clone()).unwrap_or_default()
    }

    /// Drops what was tried.
    pub fn discard(self) {
        // What cannot be removed is dropped once more after a reload.
        let _ = preferences::keep_trial(None);
        self.ledger.set_value(Ledger::default());
        self.replayed.set_value((None, Replayed::default()));
        self.trial.set(Trial::default());
    }

    /// Does what was tried and can be done, as one step that can be undone.
    ///
    /// # Errors
    /// The [`Refusal`] where it cannot be stored; then nothing is done, and it waits as before.
    pub fn keep(self) -> Result<(), Refusal> {
        self.follow();
        let done = self.replayed.try_with_value(|it| it.1.done.clone()).unwrap_or_default();
        let commands: Vec<Command> = done.into_iter().map(Tried::command).collect();
        let done = dispatch::give_all(self.app, &commands)?;
        done.iter().for_each(|label| self.app.say_done(label));
        self.discard();
        Ok(())
    }

    /// Does the trial again where the data has moved on.
    fn follow(self) {
        let now = Some(changes(self.app));
        if self.replayed.try_with_value(|it| it.0 != now) != Some(true) {
            return;
        }
        self.ledger.set_value(copy(self.app));
        let trial = self.trial.get_untracked();
        let replayed = trial.replay(|command| take(self.app, self.ledger, command));
        self.replayed.set_value((now, replayed));
    }
}

/// How often the data has changed since the page was opened.
fn changes(app: App) -> u64 {
    app.tables.iter().map(|it| u64::from(it.get_untracked())).sum()
}

/// The data as it stands, to try things on.
pub(super) fn copy(app: App) -> Ledger {
    app.core.with_value(|core| core.ledger.clone())
}

/// Takes what a command changes into a copy; says whether it changes anything.
fn take(
    app: App,
    ledger: StoredValue<Ledger, LocalStorage>,
    command: &Command,
) -> Result<bool, Refusal> {
    let changes = dispatch::changes_of(app, ledger, command)?;
    if changes.writes.is_empty() {
        return Ok(false);
    }
    let taken = ledger.try_update_value(|it| {
        let entry = it.prepare(changes, clock::now());
        it.commit(&entry).is_ok()
    });
    Ok(taken.unwrap_or(false))
}
