//! Somebody brings in the table of a project, and sees in which week sales promise too much.

use serde_json::json;

use crate::harness::{Lang, Outcome, Size, Stage, Story};
use crate::pages::WelcomePage;

/// On a tablet both ways, in both languages and engines.
pub fn story() -> Story {
    Story::new("a table of tasks is brought in, and the week that is too full is told", run)
        .in_sizes(&[Size::Landscape, Size::Portrait])
        .in_langs(&[Lang::En, Lang::Zh])
}

async fn run(stage: Stage) -> Outcome {
    WelcomePage::start(&stage).await?.take_sample().await?;
    stage.open("#/objectives/delivery").await?;
    stage.see("delivery-sentence").await?;
    stage.see("delivery-over").await?;
    stage.picture("sample").await?;
    stage.assert_accessible().await?;
    stage.press("delivery-behind").await?;
    stage.see("certificate-formula").await?;
    stage.see_css(".dialog[data-open] .certificate__record").await?;
    stage.assert_accessible().await?;
    stage.picture("certificate").await?;
    a_task_leads_to_itself(&stage).await?;
    let before = overloads(&stage).await?;
    let table = table_of(&stage).await?;
    bring_in(&stage, &table).await?;
    let more = format!(
        "return document.querySelectorAll('[data-testid=delivery-over]').length > {before}"
    );
    stage.until("a further week is too full", &more).await?;
    stage.picture("too-full").await?;
    as_table(&stage).await?;
    again(&stage, &table).await?;
    stage.press("undo").await?;
    let as_before = format!(
        "return document.querySelectorAll('[data-testid=delivery-over]').length === {before}"
    );
    stage.until("one undo takes all of it back", &as_before).await?;
    rules(&stage).await?;
    handed_out(&stage).await?;
    assert_eq!(stage.console_errors().await?, Vec::<String>::new());
    Ok(())
}

async fn overloads(stage: &Stage) -> Outcome<usize> {
    stage.count("delivery-over").await
}

/// A table with a task of a week nothing was promised for yet, and one that cannot be read.
async fn table_of(stage: &Stage) -> Outcome<String> {
    let monday = "const day = new Date(); day.setDate(day.getDate() - (day.getDay() + 6) % 7 + 70);
        const two = (it) => String(it).padStart(2, '0');
        return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`";
    let day: String = stage.script(monday, json!([])).await?;
    Ok(format!(
        "编号,标题,工作项类型,状态,负责人,开始时间,截止时间,预估工时\n\
         HB-1,Commissioning,任务,进行中,Rosa Lind,{day},{day},480\n\
         HB-2,Handover,任务,未开始,,soon,,8\n"
    ))
}

/// The dry run tells what comes and what does not; then it is taken over.
async fn bring_in(stage: &Stage, table: &str) -> Outcome {
    stage.press("delivery-import").await?;
    stage.choose_file("delivery-import-input", "pingcode.csv", table).await?;
    stage.see("delivery-import-plan").await?;
    let told = "return document.querySelector('[data-testid=delivery-import-plan]').textContent
        .includes('soon')";
    stage.until("the row that is left out is told", told).await?;
    stage.picture("dry-run").await?;
    stage.press("delivery-import-take").await?;
    let closed = "return !document.querySelector('.dialog[data-open]')";
    stage.until("the dialog is closed", closed).await
}

/// A task behind a figure is a link: it takes the place of what explains the figure.
async fn a_task_leads_to_itself(stage: &Stage) -> Outcome {
    // Tasks stand below the deals, and only what is in sight is built.
    let to_its_end = "const list = document.querySelector('.dialog[data-open] .certificate .window');
        list.scrollTo(0, list.scrollHeight)";
    stage.script::<()>(to_its_end, json!([])).await?;
    stage.tap_css(".dialog[data-open] a.certificate__record[href*=delivery]").await?;
    stage.until_gone("certificate-formula").await?;
    stage.see("delivery-task-detail").await?;
    stage.press_css(".sheet__head .icon-button").await?;
    stage.until_gone("delivery-task-detail").await?;
    let address: String = stage.script("return location.hash", json!([])).await?;
    assert_eq!(address, "#/objectives/delivery");
    Ok(())
}

/// The picture has its figures as a table.
async fn as_table(stage: &Stage) -> Outcome {
    stage.tap_css("[data-testid=delivery-weeks] .chart__head button").await?;
    let rows = "return document.querySelectorAll('[data-testid=delivery-weeks] tbody tr').length === 13";
    stage.until("the table is shown", rows).await?;
    stage.picture("table").await.map(drop)
}

/// The same file brings nothing the second time.
async fn again(stage: &Stage, table: &str) -> Outcome {
    stage.press("delivery-import").await?;
    stage.choose_file("delivery-import-input", "pingcode.csv", table).await?;
    stage.see("delivery-import-plan").await?;
    let nothing = "return document.querySelector('[data-testid=delivery-import-take]')
        .getAttribute('aria-disabled') === 'true'
        || document.querySelector('[data-testid=delivery-import-take]').disabled";
    stage.until("there is nothing to take over", nothing).await?;
    stage.tap_css(".dialog[data-open] .dialog__head button, .dialog[data-open] button").await?;
    let closed = "return !document.querySelector('.dialog[data-open]')";
    stage.until("the dialog is closed", closed).await
}

/// With more capacity all of it can be done.
async fn rules(stage: &Stage) -> Outcome {
    stage.press("delivery-rules").await?;
    stage.see("delivery-capacity").await?;
    stage.picture("rules").await?;
    let field = stage.see_css("[data-testid=delivery-capacity] input").await?;
    field.clear().await?;
    field.send_keys("400").await?;
    stage.press("delivery-rules-save").await?;
    stage.until_gone("delivery-rules-detail").await?;
    let one = "return document.querySelectorAll('[data-testid=delivery-over]').length <= 1";
    stage.until("no usual week is too full", one).await
}

/// The tasks leave as a table of PingCode.
async fn handed_out(stage: &Stage) -> Outcome {
    let handing = async {
        let open = "document.querySelector('[data-testid=delivery-export] button').click();
            return true";
        stage.until("the systems are offered", open).await?;
        let choose = "const all = [...document.querySelectorAll('[data-testid=delivery-export] [role=menuitem]')];
            all.at(-1)?.click(); return all.length === 2";
        stage.until("a system is chosen", choose).await
    };
    let file = stage.caught_file(handing).await?;
    assert!(file.contains("编号,标题,所属项目"), "a table of PingCode: {file}");
    assert_eq!(file.trim_end().lines().count(), 7, "a header and six tasks: {file}");
    Ok(())
}
