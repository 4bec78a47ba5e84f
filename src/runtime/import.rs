//! Taking a large import in: in slices, with progress and a way out, stored as one entry.

use leptos::prelude::*;

use super::app::App;
use super::compact;
use super::dispatch::show_outcome;
use super::platform::clock::{self, Turn};
use super::platform::next_frame;
use super::refusal::Refusal;
use super::state::Closed;
use crate::domain::changes::Changes;
use crate::domain::import::Batch;
use crate::domain::label::Label;
use crate::journal::document::Place;
use crate::journal::entry::Entry;
use crate::journal::envelope::Packer;
use crate::journal::ledger::Commit;
use crate::journal::transaction::Transaction;
use crate::journal::vault::Room;
use crate::ui::SaveState;

/// Leads compared between two looks at the clock.
const LEADS_A_SLICE: usize = 250;
/// Records taken into the state between two looks at the clock.
const RECORDS_A_SLICE: usize = 250;
/// Bytes packed between two looks at the clock.
const BYTES_A_SLICE: usize = 64 << 10;

/// Takes a batch in as one step that can be undone. `on_progress` hears the share done, 0 to 1;
/// until the last moment `cancelled` can stop it, and then nothing has changed.
///
/// # Errors
/// The [`Refusal`]; then nothing has changed.
pub async fn commit(
    app: App,
    batch: Batch,
    on_progress: Callback<f64>,
    cancelled: impl Fn() -> bool,
) -> Result<Option<Label>, Refusal> {
    app.core
        .try_update_value(|core| {
            core.check_open()?;
            core.closed = Some(Closed::Busy);
            Ok(())
        })
        .unwrap_or(Err(Refusal::Busy))?;
    app.save.set(SaveState::Saving);
    let stored = match seal(app, &batch, on_progress, &cancelled).await {
        Ok(Some((transaction, text))) => store(app, transaction, &text).await.map(Some),
        Ok(None) => Ok(None),
        Err(refusal) => Err(refusal),
    };
    app.core.update_value(|core| {
        core.closed = match &stored {
            Ok(Some((Room::Reserve, _, _))) => Some(Closed::Full),
            _ => None,
        };
    });
    app.save.set(SaveState::Saved);
    let done = stored.map(|it| it.map(|(_, label, touched)| (label, touched)));
    show_outcome(app, &done);
    on_progress.run(1.0);
    if matches!(done, Ok(Some(_))) {
        compact::run(app).await;
    }
    done.map(|it| it.map(|(label, _)| label))
}

/// Stores the packed entry and takes it into the state, slice by slice.
async fn store(
    app: App,
    transaction: Transaction,
    text: &str,
) -> Result<(Room, Label, Vec<Place>), Refusal> {
    let (writer, seq) = (transaction.stamp.writer, transaction.seq);
    let room = app.core.with_value(|core| core.vault().append_sealed(writer, seq, text))?;
    let mut commit = Commit::default();
    let mut turn = Turn::begin();
    loop {
        let whole = app.core.try_update_value(|core| {
            core.ledger.commit_slice(&transaction, RECORDS_A_SLICE, &mut commit)
        });
        if whole != Some(false) {
            return Ok((room, transaction.label, commit.into_touched()));
        }
        turn.give_way().await;
    }
}

type Sealed = Result<Option<(Transaction, String)>, Refusal>;

/// Prepares and packs the entry, slice by slice; nothing where nothing would change.
async fn seal(
    app: App,
    batch: &Batch,
    on_progress: Callback<f64>,
    cancelled: &impl Fn() -> bool,
) -> Sealed {
    let changes = compare(app, batch, on_progress, cancelled).await?;
    if changes.writes.is_empty() {
        return Ok(None);
    }
    next_frame().await;
    let entry = app.core.try_update_value(|core| core.ledger.prepare(changes, clock::now()));
    let Some(Entry::Transaction(transaction)) = entry else { return Err(Refusal::Busy) };
    next_frame().await;
    let line = transaction.to_line();
    next_frame().await;
    let mut turn = Turn::begin();
    let (mut packer, mut rest) = (Packer::default(), line.as_str());
    while !rest.is_empty() {
        let (piece, later) = rest.split_at(rest.floor_char_boundary(BYTES_A_SLICE));
        packer.push(piece);
        rest = later;
        let share = 0.5 + 0.45 * (1.0 - rest.len() as f64 / line.len() as f64);
        pause(&mut turn, share, on_progress, cancelled).await?;
    }
    Ok(Some((transaction, packer.finish())))
}

async fn compare(
    app: App,
    batch: &Batch,
    on_progress: Callback<f64>,
    cancelled: &impl Fn() -> bool,
) -> Result<Changes, Refusal> {
    let mut changes = app.peek(|workspace| batch.changes_but_leads(workspace));
    let mut turn = Turn::begin();
    for first in (0..batch.leads.len()).step_by(LEADS_A_SLICE) {
        let slice = first..first + LEADS_A_SLICE;
        app.peek(|workspace| batch.add_leads(workspace, slice, &mut changes));
        let share = 0.5 * first as f64 / batch.leads.len() as f64;
        pause(&mut turn, share, on_progress, cancelled).await?;
    }
    Ok(changes)
}

async fn pause(
    turn: &mut Turn,
    share: f64,
    on_progress: Callback<f64>,
    cancelled: &impl Fn() -> bool,
) -> Result<(), Refusal> {
    if turn.is_over() {
        on_progress.run(share);
    }
    turn.give_way().await;
    if cancelled() { Err(Refusal::Cancelled) } else { Ok(()) }
}
