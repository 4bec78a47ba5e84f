//! Single replies, for the manager: who said what, and whether somebody talked about it.

use leptos::prelude::*;

use super::survey::Desk;
use crate::domain::command::Command;
use crate::pages::common::ShowMore;
use crate::present::surveys::{ReplyLine, SHOWN};
use crate::runtime::route::{BoardAddress, Route};
use crate::ui::{Button, Icon, IconButton, IconView};

/// The reply that the address names, before anything else.
#[component]
pub(super) fn Singled(desk: Desk) -> impl IntoView {
    let Desk { lang, singled, .. } = desk;
    let row = move || singled.get().map(|line| view! { <Row desk line /> });
    view! {
        <Show when=move || singled.read().is_some()>
            <section class="section" data-testid="survey-singled">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().survey_singled()}</h2>
                </div>
                <ul class="list">{row}</ul>
            </section>
        </Show>
    }
}

/// Replies, the latest first.
#[component]
pub(super) fn Replies(desk: Desk) -> impl IntoView {
    let Desk { lang, view, shown, .. } = desk;
    let left = move || view.read().as_ref().map_or(0, |it| it.more);
    let replies = move || view.read().as_ref().map(|it| it.replies.clone()).unwrap_or_default();
    let row = move |line: ReplyLine| view! { <Row desk line /> };
    view! {
        <Show when=move || !replies().is_empty()>
            <section class="section">
                <div class="section__head">
                    <h2 class="section__title">{move || lang.get().survey_single()}</h2>
                </div>
                <ul class="list">{move || replies().into_iter().map(row).collect_view()}</ul>
                <ShowMore left=Signal::derive(left) on_more=move || shown.update(|it| *it += SHOWN) />
            </section>
        </Show>
    }
}

#[component]
fn Row(desk: Desk, line: ReplyLine) -> impl IntoView {
    let Desk { app, lang, .. } = desk;
    let ReplyLine { id, who, note, said, bad, settled, deal } = line;
    let words = move || match settled {
        true => lang.get().survey_unsettle(),
        false => lang.get().survey_settle(),
    };
    let settle = bad.then(|| {
        view! {
            <Button label=words on_press=move || app.act(Command::SettleReply(id, !settled)) />
        }
    });
    let mark = (bad && !settled).then(|| view! { <IconView icon=Icon::Warn /> });
    let deal = deal.map(|(lead, name)| {
        let label = move || lang.get().survey_deal_of(&name);
        view! {
            <a
                class="icon-button"
                href=Route::Lead(lead, BoardAddress::default()).href()
                aria-label=label.clone()
                title=label
                data-testid="survey-reply-deal"
            >
                <IconView icon=Icon::Leads />
            </a>
        }
    });
    view! {
        <li class="list__row" data-testid="survey-reply">
            {mark}
            <span class="list__main">
                <span class="list__name">{who}</span>
                <span class="list__note">{said.join(" · ")}</span>
                <span class="list__note">{note}</span>
            </span>
            {settle}
            {deal}
            <IconButton
                icon=Icon::Trash
                label=move || lang.get().survey_reply_delete()
                on_press=move |()| app.act(Command::DeleteReply(id))
            />
        </li>
    }
}
