//! The rules of people at customers, and of the rhythms in which customers are due a word.

use std::collections::BTreeSet;

use crate::domain::cadence::{Cadence, LONGEST_RHYTHM, class_key};
use crate::domain::changes::Changes;
use crate::domain::contact::Contact;
use crate::domain::id::{CadenceId, ContactId};
use crate::domain::label::Label;
use crate::domain::rejection::Rejection;
use crate::domain::workspace::Workspace;

pub(super) fn save_contact(
    workspace: &Workspace,
    id: ContactId,
    contact: &Contact,
) -> Result<Changes, Rejection> {
    if contact.name.trim().is_empty() {
        return Err(Rejection::NameMissing);
    }
    workspace.customers.find(contact.customer).ok_or(Rejection::CustomerGone)?;
    let mut changes = Changes::new(Label::ContactSaved(contact.name.clone()));
    changes.put(workspace, id, contact);
    Ok(changes)
}

pub(super) fn delete_contact(workspace: &Workspace, id: ContactId) -> Result<Changes, Rejection> {
    let contact = workspace.contacts.get(id).ok_or(Rejection::ContactGone)?;
    let mut changes = Changes::new(Label::ContactDeleted(contact.name.clone()));
    changes.remove::<Contact>(workspace, id);
    Ok(changes)
}

pub(super) fn set_cadences(
    workspace: &Workspace,
    cadences: &[(CadenceId, Cadence)],
) -> Result<Changes, Rejection> {
    let mut classes = BTreeSet::new();
    for (_, cadence) in cadences {
        let key = class_key(&cadence.class);
        if key.is_empty() {
            return Err(Rejection::NameMissing);
        }
        if !classes.insert(key) {
            return Err(Rejection::NameTaken(cadence.class.trim().to_owned()));
        }
        let days = cadence.days.unwrap_or(0);
        if !(1..=LONGEST_RHYTHM).contains(&days) {
            return Err(Rejection::RhythmOutOfRange(days));
        }
    }
    let mut changes = Changes::new(Label::CadencesSet);
    for (id, _) in workspace.cadences.iter() {
        if !cadences.iter().any(|(kept, _)| *kept == id) {
            changes.remove::<Cadence>(workspace, id);
        }
    }
    for (id, cadence) in cadences {
        let class = cadence.class.trim().to_owned();
        changes.put(workspace, *id, &Cadence { class, ..cadence.clone() });
    }
    Ok(changes)
}
