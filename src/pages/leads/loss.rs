//! Why a lead was lost: asked once, right when it is, a tap or a short line each, and never
//! insisted on.

use leptos::prelude::*;

use super::desk::Desk;
use crate::domain::command::Command;
use crate::domain::id::CompetitorId;
use crate::domain::workspace::Table;
use crate::i18n::Lang;
use crate::pages::common::{Offers, PriceField};
use crate::present::competition::{competitor_names, loss_reasons};
use crate::present::loss::{LossDraft, loss_draft};
use crate::runtime::refusal::Refusal;
use crate::ui::{Button, ButtonKind, Dialog, Form, TextField};

/// Asks why a lead was lost, who got it, and what follows from that.
#[component]
pub(super) fn LossDialog(desk: Desk) -> impl IntoView {
    let (app, lang) = (desk.app, desk.app.lang());
    let form = Form::<LossDraft, Refusal>::closed();
    let close = move || desk.lost.set(None);
    Effect::new(move |_| {
        if let Some(id) = desk.lost.get() {
            form.show(app.peek(|it| loss_draft(it, id)));
        }
    });
    let price = Signal::derive(move || form.draft.read().price.clone());
    let save = move || {
        let LossDraft { mut said, competitor, price } = form.draft.get_untracked();
        let Some(price) = price.read() else { return };
        said.price = price.filter(|_| !competitor.trim().is_empty());
        let id = desk.lost.get_untracked();
        close();
        let is_said = !said.is_blank() || !competitor.trim().is_empty() || said.lead.is_some();
        if let Some(id) = id.filter(|_| is_said) {
            let named = (CompetitorId::from(app.draw_id()), competitor);
            app.act(Command::SaveDebrief(id, Box::new(said), named));
        }
    };
    let actions = move || {
        view! {
            <span data-testid="loss-skip">
                <Button label=move || lang.get().lead_skip() on_press=close />
            </span>
            <span data-testid="loss-save">
                <Button kind=ButtonKind::Primary label=move || lang.get().save() on_press=save />
            </span>
        }
    };
    let line = move |label: fn(Lang) -> &'static str, slot: fn(&mut LossDraft) -> &mut String| {
        let (value, on_input) = form.text(slot);
        let label = Signal::derive(move || label(lang.get()).to_owned());
        view! { <TextField label value on_input on_enter=Callback::new(move |()| save()) /> }
    };
    let (_, choose_reason) = form.text(|draft| &mut draft.said.reason);
    let (_, choose_competitor) = form.text(|draft| &mut draft.competitor);
    let (_, set_price) = form.text(|draft| &mut draft.price.text);
    let reasons = move || {
        let reasons = app.view(&[Table::LossReasons], |it| loss_reasons(it, lang.get()));
        reasons.into_iter().map(|(_, reason)| reason).collect::<Vec<_>>()
    };
    let competitors = move || app.view(&[Table::Competitors], competitor_names);
    view! {
        <Dialog
            open=Signal::derive(move || desk.lost.with(Option::is_some))
            title=move || lang.get().lead_why_lost()
            on_close=close
            actions
        >
            <p class="section__note">{move || lang.get().debrief_hint()}</p>
            {line(Lang::lead_loss_reason, |it| &mut it.said.reason)}
            <Offers words=Signal::derive(reasons) on_choose=choose_reason />
            {line(Lang::debrief_lost_to, |it| &mut it.competitor)}
            <Offers words=Signal::derive(competitors) on_choose=choose_competitor />
            <Show when=move || !form.draft.read().competitor.trim().is_empty()>
                <PriceField
                    label=move || lang.get().rival_price()
                    draft=price
                    on_input=set_price
                    on_enter=Callback::new(move |()| save())
                />
            </Show>
            {line(Lang::debrief_needed, |it| &mut it.said.needed)}
            {line(Lang::debrief_lesson, |it| &mut it.said.lesson)}
        </Dialog>
    }
}
