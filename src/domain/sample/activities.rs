//! The sample's activities, contacts and rhythms.
//!
//! What was done lies between the day its lead was created and today, on working days; what is
//! planned lies ahead, but for a few calls that should have been made.

use super::{CUSTOMERS, Words, activity_id, cadence_id, contact_id, customer_id, working};
use crate::domain::activity::{Activity, ActivityKind};
use crate::domain::cadence::Cadence;
use crate::domain::calendar::Day;
use crate::domain::contact::Contact;
use crate::domain::draw::Draw;
use crate::domain::id::*;
use crate::domain::lead::Lead;

/// The classes and their rhythms in working days.
const RHYTHMS: [(&str, i64); 3] = [("A", 5), ("B", 10), ("C", 20)];

/// Within how many days there was a word with every customer.
const LATELY: u64 = 24;

/// How many contacts a customer has, at most.
const CONTACTS: usize = 2;

type Leads<'a> = &'a [(LeadId, Lead)];

/// The class of a customer: three of ten are A, three B, the others C.
pub(super) fn class(customer: usize) -> &'static str {
    match customer % 10 {
        0..3 => RHYTHMS[0].0,
        3..6 => RHYTHMS[1].0,
        _ => RHYTHMS[2].0,
    }
}

pub(super) fn cadences() -> Vec<(CadenceId, Cadence)> {
    let rhythms = RHYTHMS.iter().enumerate();
    rhythms
        .map(|(place, (class, days))| {
            let class = (*class).to_owned();
            (cadence_id(place), Cadence { class, days: Some(*days), paused: false })
        })
        .collect()
}

pub(super) fn contacts(words: &Words) -> Vec<(ContactId, Contact)> {
    let contact = |customer: usize, nth: usize| {
        let place = (customer + 3 * nth) % words.contact_names.len();
        let contact = Contact {
            customer: Some(customer_id(customer)),
            name: words.contact_names[place].to_owned(),
            role: words.contact_roles[place].to_owned(),
            phone: format!("{}{:02}", words.phone, CONTACTS * customer + nth),
            ..Contact::default()
        };
        (contact_id(CONTACTS * customer + nth), contact)
    };
    let of_customer = |customer: usize| {
        let count = if customer.is_multiple_of(3) { CONTACTS } else { 1 };
        (0..count).map(move |nth| contact(customer, nth))
    };
    (0..CUSTOMERS).flat_map(of_customer).collect()
}

/// The activities of the leads that are open, and a word with each customer that has bought before.
pub(super) fn activities(
    words: &Words,
    (closed, open): (Leads<'_>, Leads<'_>),
    today: Day,
) -> Vec<(ActivityId, Activity)> {
    let mut draw = Draw::of_seed(6);
    let mut activities = Vec::new();
    for customer in 0..CUSTOMERS {
        let own = Some(customer_id(customer));
        // The latest lead comes first.
        let Some((id, lead)) = closed.iter().find(|(_, it)| it.customer == own) else { continue };
        let from = lead.created.unwrap_or(today).max(today.minus(LATELY));
        activities.push(done(words, (*id, lead), (from, today), &mut draw));
    }
    for (nth, (id, lead)) in open.iter().filter(|(_, it)| it.owner.is_some()).enumerate() {
        let (Some(created), Some(since)) = (lead.created, lead.stage_since) else { continue };
        for place in 0..draw.between(1, 3) {
            let from = if place == 0 { since } else { created };
            activities.push(done(words, (*id, lead), (from, today), &mut draw));
        }
        if nth.is_multiple_of(6) {
            activities.push(planned(words, (*id, lead), today, &mut draw));
        }
    }
    let numbered = activities.into_iter().enumerate();
    numbered.map(|(place, activity)| (activity_id(place), activity)).collect()
}

fn of_lead(id: LeadId, lead: &Lead, place: usize, words: &Words) -> Activity {
    Activity {
        lead: Some(id),
        customer: lead.customer,
        person: lead.owner,
        kind: Some(ActivityKind::ALL[place % 5]),
        text: words.talks[place].to_owned(),
        ..Activity::default()
    }
}

fn done(
    words: &Words,
    (id, lead): (LeadId, &Lead),
    (from, today): (Day, Day),
    draw: &mut Draw,
) -> Activity {
    let length = today.days_since(from).unsigned_abs();
    let on = working(from.plus(draw.between(0, length))).max(from);
    let place = draw.place(words.talks.len());
    let outcome = words.outcomes[draw.place(words.outcomes.len())].to_owned();
    Activity { on: Some(on), outcome, ..of_lead(id, lead, place, words) }
}

fn planned(words: &Words, (id, lead): (LeadId, &Lead), today: Day, draw: &mut Draw) -> Activity {
    let on = match draw.happens(25) {
        true => today.minus(draw.between(1, 3)),
        false => working(today.plus(draw.between(0, 6))).max(today),
    };
    let minute = Some(30 * draw.between(18, 33) as i64);
    let place = draw.place(words.talks.len());
    Activity { on: Some(on), minute, planned: true, ..of_lead(id, lead, place, words) }
}
