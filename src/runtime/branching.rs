//! A branch: what would be if. Things are tried on a copy of the data; nothing of it is stored
//! until it is kept, and then it is one step.

use leptos::prelude::*;

use super::app::App;
use super::dispatch;
use super::platform::clock;
use super::refusal::Refusal;
use crate::domain::command::Command;
use crate::domain::workspace::Workspace;
use crate::journal::ledger::Ledger;

/// A copy of the data, and what was tried on it.
#[derive(Clone, Copy)]
pub struct Branch {
    app: App,
    pub(super) ledger: StoredValue<Ledger, LocalStorage>,
    tried: RwSignal<Vec<Command>>,
}

impl Branch {
    /// A branch on which nothing was tried yet.
    pub fn begin(app: App) -> Branch {
        let ledger = StoredValue::new_local(copy(app));
        Branch { app, ledger, tried: RwSignal::new(Vec::new()) }
    }

    /// Tries something.
    ///
    /// # Errors
    /// The [`Refusal`] where a rule forbids it.
    pub fn try_out(self, command: Command) -> Result<(), Refusal> {
        if take(self.app, self.ledger, &command)? {
            self.tried.update(|it| it.push(command));
        }
        Ok(())
    }

    /// Reads the data as it would be; what calls it runs again when something is tried.
    pub fn view<T: Default>(self, read: impl FnOnce(&Workspace) -> T) -> T {
        self.tried.track();
        self.ledger.try_with_value(|it| read(it.workspace())).unwrap_or_default()
    }

    /// How many things were tried.
    pub fn steps(self) -> usize {
        self.tried.read().len()
    }

    /// Drops what was tried.
    pub fn discard(self) {
        self.ledger.set_value(copy(self.app));
        self.tried.set(Vec::new());
    }

    /// Does what was tried, as one step that can be undone.
    ///
    /// # Errors
    /// The [`Refusal`] where something of it cannot be done any more; then nothing is.
    pub fn keep(self) -> Result<(), Refusal> {
        let tried = self.tried.get_untracked();
        let done = dispatch::give_all(self.app, &tried)?;
        done.iter().for_each(|label| self.app.say_done(label));
        self.discard();
        Ok(())
    }
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
