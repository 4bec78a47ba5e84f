//! What the product says: nothing here yet, in work, done, wrong; dialogs and sheets.

use super::text;
use crate::i18n::Lang;
use crate::ui::*;
use leptos::prelude::*;

/// Empty state, progress, notices, a toast, a dialog and a sheet.
pub fn feedback() -> AnyView {
    let update = Some(view! { <Button label=text(Lang::kit_update) on_press=|| () /> }.into_any());
    view! {
        <EmptyState picture=EmptyPicture::Board sentence=text(Lang::kit_empty)>
            <Button kind=ButtonKind::Primary icon=Icon::Import label=text(Lang::kit_import) on_press=|| () />
        </EmptyState>
        <Progress label=text(Lang::kit_reading) share=0.34 on_cancel=|| () />
        <Notice tone=Tone::Accent words=text(Lang::kit_notice) action=update />
        <Notice tone=Tone::Bad words=text(Lang::kit_notice_bad) />
        <Surfaces />
    }
    .into_any()
}

/// The dialog, the sheet and the toast of a panel.
#[component]
fn Surfaces() -> impl IntoView {
    let (asked, opened) = (RwSignal::new(false), RwSignal::new(false));
    let toasts = RwSignal::new(Vec::new());
    let say = move || {
        let action = Some(ToastAction { label: Said::new(Lang::undo), id: "undo".to_owned() });
        toasts.set(vec![Toast {
            id: 1,
            text: Said::new(Lang::kit_moved),
            tone: Tone::Plain,
            action,
        }]);
    };
    let actions = move || {
        view! {
            <Button label=text(Lang::cancel) on_press=move || asked.set(false) />
            <Button kind=ButtonKind::Danger label=text(Lang::kit_danger) on_press=move || { asked.set(false); say(); } />
        }
    };
    view! {
        <div class="toolbar">
            <Button label=text(Lang::kit_open_dialog) on_press=move || asked.set(true) />
            <Button label=text(Lang::kit_open_sheet) on_press=move || opened.set(true) />
        </div>
        <Dialog open=asked title=text(Lang::kit_ask) on_close=move || asked.set(false) actions>
            <p>{text(Lang::kit_ask_body)}</p>
        </Dialog>
        <div class="two-pane">
            <div class="two-pane__main"></div>
            <Sheet open=opened title=text(Lang::kit_customer_name) on_close=move || opened.set(false)>
                <p>{text(Lang::kit_note_text)}</p>
            </Sheet>
        </div>
        <Toasts toasts on_dismiss=move |_: u64| toasts.set(Vec::new()) on_action=|_: String| () />
    }
}
