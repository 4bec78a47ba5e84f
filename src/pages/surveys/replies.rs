//! Single replies, for the manager: who said what, and whether somebody talked about it.

use leptos::prelude::*;

use super::survey::Desk;
use crate::domain::command::Command;
use crate::pages::common::ShowMore;
use crate::present::surveys::{ReplyLine, SHOWN};
use crate::ui::{Button, Icon, IconButton, IconView};

/// Replies, the latest first.
#[component]
pub(super) fn Replies(desk: Desk) -> impl IntoView {
    let Desk { app, lang, view, shown, .. } = desk;
    let left = move || view.read().as_ref().map_or(0, |it| it.more);
    let replies = move || view.read().as_ref().map(|it| it.replies.clone()).unwrap_or_default();
    let row = move |line: ReplyLine| {
        let ReplyLine { id, who, note, said, bad, settled } = line;
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
        view! {
            <li class="list__row" data-testid="survey-reply">
                {mark}
                <span class="list__main">
                    <span class="list__name">{who}</span>
                    <span class="list__note">{said.join(" · ")}</span>
                    <span class="list__note">{note}</span>
                </span>
                {settle}
                <IconButton
                    icon=Icon::Trash
                    label=move || lang.get().survey_reply_delete()
                    on_press=move |()| app.act(Command::DeleteReply(id))
                />
            </li>
        }
    };
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
