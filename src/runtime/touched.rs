//! What the last change touched, for views that mend what they show rather than make it anew.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::app::App;
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::journal::document::Place;

/// With more leads than these touched at once a view is better made anew.
pub(super) const FEW: usize = 32;

/// The leads that the last change of their table touched.
#[derive(Clone, Debug, Default)]
pub(super) struct LeadsTouched {
    /// How often the table had changed with it.
    changes: u32,
    leads: BTreeSet<LeadId>,
}

/// How often tables had changed when a view was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seen {
    leads: u32,
    others: Vec<u32>,
}

/// Tells the views which tables have changed.
pub(super) fn show_touched(app: App, touched: &[Place]) {
    for table in Table::ALL {
        let of_table = || touched.iter().filter(|(name, _)| **name == *table.name());
        if of_table().next().is_none() {
            continue;
        }
        let changes = app.changes(*table).wrapping_add(1);
        if *table == Table::Leads {
            let leads = of_table().map(|(_, id)| (*id).into()).collect();
            app.touched.set_value(LeadsTouched { changes, leads });
        }
        app.tables[*table as usize].set(changes);
    }
}

impl App {
    /// Where `tables` are now; what calls it runs again when one of them changes.
    pub fn seen(self, tables: &[Table]) -> Seen {
        self.track(tables);
        let others = tables.iter().filter(|it| **it != Table::Leads);
        Seen {
            leads: self.changes(Table::Leads),
            others: others.map(|it| self.changes(*it)).collect(),
        }
    }

    /// The leads that were touched on the way from one sight of the same tables to the present one;
    /// `None` where more than these few has changed, or more often than once.
    pub fn leads_touched(self, before: &Seen, now: &Seen) -> Option<BTreeSet<LeadId>> {
        let LeadsTouched { changes, leads } = self.touched.get_value();
        let is_next = before.leads.wrapping_add(1) == now.leads && changes == now.leads;
        let is_all = before.others == now.others && leads.len() <= FEW;
        (is_next && is_all).then_some(leads)
    }

    fn changes(self, table: Table) -> u32 {
        self.tables[table as usize].get_untracked()
    }
}
