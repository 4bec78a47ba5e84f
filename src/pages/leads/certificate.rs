//! Where the sum of a column comes from, in a sheet beside the board.

use leptos::prelude::*;

use super::column::name;
use super::desk::{Desk, Spot};
use crate::domain::id::LeadId;
use crate::domain::workspace::Table;
use crate::pages::common::last_changes;
use crate::present::board::{self, Column, Lane};
use crate::present::format;
use crate::runtime::route::Route;
use crate::ui::{Certificate, CertificateRecord, Sheet};

const SUMMED: &[Table] = &[Table::Leads, Table::Customers, Table::Imports];

/// The certificate of the column that is explained; a lead that is open stands before it.
#[component]
pub(super) fn CertificateSheet(desk: Desk) -> impl IntoView {
    let lang = desk.app.lang();
    let open = move || desk.explained.with(Option::is_some) && desk.lead.get().is_none();
    let title = move || {
        let name = match desk.explained.get() {
            Some(Spot::Column(stage)) => name(desk, stage),
            Some(Spot::Lane(lane)) => {
                desk.app.view(&[Table::People], |it| lane.name(it, lang.get()))
            }
            None => return String::new(),
        };
        lang.get().leads_sum(&name)
    };
    view! {
        <Sheet
            open=Signal::derive(open)
            title=title
            on_close=move || desk.explained.set(None)
        >
            <SumCertificate desk />
        </Sheet>
    }
}

#[component]
fn SumCertificate(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let summed =
        Memo::new(move |_| desk.explained.get().map(|it| summed(desk, &it)).unwrap_or_default());
    let shown = Memo::new(move |_| {
        let (address, summed) = (desk.address.read(), summed.read());
        app.peek(|it| board::certificate(it, lang.get(), &summed, &address.filter))
    });
    let ids = Memo::new(move |_| summed.read().leads.clone());
    let told = last_changes(app, Memo::new(move |_| !ids.read().is_empty()));
    let record = move |id: LeadId| {
        let row = app.view(SUMMED, |it| board::certificate_row(it, lang.get(), id))?;
        Some(CertificateRecord {
            name: row.title,
            detail: row.source,
            changed: told
                .read()
                .as_ref()
                .map(|it| it.last_change(lang.get(), id.into()))
                .unwrap_or_default(),
            amount: row.amount,
            how: String::new(),
            href: Some(Route::Lead(id, desk.address.get()).href()),
        })
    };
    let records =
        move || lang.get().leads_summed(&format::count(lang.get(), ids.read().len() as u64));
    let formula = move || match desk.explained.get() {
        Some(Spot::Lane(_)) => lang.get().leads_sum_lane_formula(),
        Some(Spot::Column(_)) | None => lang.get().leads_sum_formula(),
    };
    view! {
        <Certificate
            value=Signal::derive(move || shown.get().value)
            formula=formula
            inputs=Signal::derive(move || shown.get().inputs)
            notes=Signal::derive(move || shown.get().notes)
            records=Signal::derive(records)
            ids
            record
        />
    }
}

/// What is summed, as a column; of a lane nothing is converted.
fn summed(desk: Desk, spot: &Spot) -> Column {
    match spot {
        Spot::Column(stage) => {
            desk.board.with(|board| board.column(*stage).cloned()).unwrap_or_default()
        }
        Spot::Lane(of) => desk.lanes.with(|lanes| {
            let lane = lanes.iter().find(|it| it.of == *of);
            lane.map(Lane::as_column).unwrap_or_default()
        }),
    }
}
