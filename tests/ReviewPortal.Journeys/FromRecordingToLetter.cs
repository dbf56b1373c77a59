using System.Globalization;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>One sitting travels the whole way in a browser: imported, watched, marked, reported, investigated, decided, written to the student.</summary>
public sealed class FromRecordingToLetter(RunningPortal portal)
{
    [Fact]
    public async Task Force_majeure_reported_during_the_test_ends_in_an_extra_chance_on_request()
    {
        var way = await Way.ImportAsync(portal, "03-flatmate-reported", "JOURNEY-FM");
        await way.AssignAsync();
        await way.ReviewAsync(new Moment("00:00:30", "00:00:43", "Anderen in de kamer", "Een tweede persoon komt binnen, zegt iets en vertrekt."));
        await way.SecondReviewAsync();
        await way.ReportAsync("Vermoeden van een onregelmatigheid", "Vermoeden van een onregelmatigheid: er was iemand anders in de kamer.");
        await way.InvestigateAndInviteAsync();
        var student = await way.GiveViewAsync("Ik heb het meteen gemeld.");
        await student.SupplementAsync("Hij stuurde mij daarna dit bericht.", "bericht van mijn huisgenoot.txt");
        await way.DeliberateAsync();
        await way.DecideAndPublishAsync(async page =>
        {
            await page.GetByLabel("Onregelmatigheid: de toets is ongeldig, geen sanctie").CheckAsync();
            await page.GetByLabel("Onvoldoende fraudebestendige omstandigheden").CheckAsync();
            await page.GetByLabel("Wat kan niet worden vastgesteld, en waarom niet?").FillAsync("Niet is vast te stellen wat er is gezegd.");
            await page.GetByLabel("Overmacht, tijdens de toets door de student gemeld").CheckAsync();
            await page.GetByLabel("“Mijn huisgenoot kwam net de kamer binnen").CheckAsync();
        });

        await student.ReadDecisionAsync();
        await student.LeaveAsync();
        await AssertOutcomeAsync(way, "irregularity", "onRequest");
        var letter = await way.StudentsLetterAsync();
        Assert.Contains("extra kans aanvragen", letter, StringComparison.Ordinal);
        Assert.Contains("bericht van mijn huisgenoot.txt", letter, StringComparison.Ordinal);
        Assert.Contains("4.3a", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("plant op korte termijn", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_suppliers_outage_ends_in_a_new_test_that_the_university_plans()
    {
        var way = await Way.ImportAsync(portal, "05-supplier-outage", "JOURNEY-UNI");
        await way.AssignAsync();
        await way.ReviewAsync(new Moment("00:00:20", "00:01:00", "Opname ontbreekt", "Van alle sporen ontbreekt de opname; ondersteuning meldt een storing."));
        await way.SecondReviewAsync();
        await way.ReportAsync("Vermoeden van een onregelmatigheid", "Vermoeden van een onregelmatigheid door een storing bij de leverancier.");
        await way.InvestigateAndInviteAsync();
        var student = await way.GiveViewAsync("I kept working.", english: true);
        await student.SupplementAsync("This is what the helpdesk wrote.", "helpdesk.txt");
        await way.DeliberateAsync();
        await way.DecideAndPublishAsync(async page =>
        {
            await page.GetByLabel("Onregelmatigheid: de toets is ongeldig, geen sanctie").CheckAsync();
            await page.GetByLabel("Onvoldoende zicht op de mogelijkheid tot frauderen").CheckAsync();
            await page.GetByLabel("Wat kan niet worden vastgesteld, en waarom niet?").FillAsync("What happened during the outage.");
            await page.GetByLabel("De universiteit (storing bij universiteit of leverancier)").CheckAsync();
        });

        await student.ReadDecisionAsync();
        await student.LeaveAsync();
        await AssertOutcomeAsync(way, "irregularity", "planned");
        var letter = await way.StudentsLetterAsync();
        Assert.Contains("new test opportunity will be planned", letter, StringComparison.Ordinal);
        Assert.Contains("article 4.3a", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Leaving_the_picture_is_at_the_students_own_risk_and_gives_no_extra_chance()
    {
        var way = await Way.ImportAsync(portal, "06-out-of-view", "JOURNEY-OWN");
        await way.AssignAsync();
        await way.ReviewAsync(new Moment("00:00:26", "00:00:56", "Buiten beeld", "De kandidaat staat op en verlaat de kamer; de stoel blijft leeg."));
        await way.SecondReviewAsync();
        await way.ReportAsync("Vermoeden van een onregelmatigheid", "Vermoeden van een onregelmatigheid: buiten beeld zonder pauze.");
        await way.InvestigateAndInviteAsync();
        await (await way.GiveViewAsync("De bel ging.")).LeaveAsync();
        await way.DeliberateAsync();
        await way.DecideAndPublishAsync(async page =>
        {
            await page.GetByLabel("Onregelmatigheid: de toets is ongeldig, geen sanctie").CheckAsync();
            await page.GetByLabel("Onvoldoende zicht op de mogelijkheid tot frauderen").CheckAsync();
            await page.GetByLabel("Wat kan niet worden vastgesteld, en waarom niet?").FillAsync("Wat u buiten beeld hebt gedaan.");

            // Nobody reported anything during this test: force majeure stays shut, and the page says why.
            await Assertions.Expect(page.GetByLabel("Overmacht, tijdens de toets door de student gemeld")).ToBeDisabledAsync();
            await Assertions.Expect(page.GetByText("daarom staat overmacht niet open")).ToBeVisibleAsync();

            await page.GetByLabel("De student (instructie niet nageleefd)").CheckAsync();
            await page.GetByLabel("Instructie die niet is nageleefd").SelectOptionAsync("view");
            await page.GetByLabel("Waarom is dit evenredig?").FillAsync("De gewone herkansing blijft openstaan; een lichter middel is er niet.");
        });

        await AssertOutcomeAsync(way, "irregularity", "none");
        var letter = await way.StudentsLetterAsync();
        Assert.Contains("geen extra kans", letter, StringComparison.Ordinal);
        Assert.Contains("rekening en risico", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_phone_and_notes_end_in_fraud_with_an_exclusion_within_the_year()
    {
        var way = await Way.ImportAsync(portal, "07-phone-and-notes", "JOURNEY-FRAUD");
        await way.AssignAsync();
        await way.ReviewAsync(new Moment("00:00:21", "00:00:34", "Niet-toegestaan hulpmiddel", "De kandidaat kijkt dertien seconden op een telefoon."));
        await way.SecondReviewAsync();
        await way.ReportAsync("Vermoeden van fraude", "Vermoeden van fraude: gebruik van een telefoon.");
        await way.InvestigateAndInviteAsync();
        await (await way.GiveViewAsync("Ik keek hoe laat het was.")).LeaveAsync();
        await way.DeliberateAsync();
        await way.DecideAndPublishAsync(async page =>
        {
            await page.GetByLabel("Fraude: de toets is ongeldig, eventueel een sanctie").CheckAsync();
            await page.GetByLabel("Niet-toegestaan hulpmiddel in bezit").CheckAsync();
            await page.GetByLabel("Overtreding en overtreden voorschrift").FillAsync("Een telefoon bij zich hebben; OER artikel 5.14.");
            await page.GetByLabel("Waarop berust het bewijs?").FillAsync("De telefooncamera toont het toestel in uw hand.");
            await page.GetByLabel("Welke andere verklaringen zijn overwogen?").FillAsync("Op de klok kijken duurt geen dertien seconden.");
            await page.GetByLabel("Uitsluiting van aangewezen tentamens").CheckAsync();
            await page.GetByLabel("Tentamens waarvan de student wordt uitgesloten").FillAsync("Toets JOURNEY-FRAUD");
            await page.GetByLabel("Van", new() { Exact = true }).FillAsync(Days(21));
            await page.GetByLabel("Tot en met").FillAsync(Days(120));
            await page.GetByLabel("Waarom is dit evenredig?").FillAsync("Eerste keer; ruim onder het maximum.");
        });

        await AssertOutcomeAsync(way, "fraud", "none");
        var letter = await way.StudentsLetterAsync();
        Assert.Contains("fraude", letter, StringComparison.Ordinal);
        Assert.Contains("7.12b", letter, StringComparison.Ordinal);
        Assert.Contains("5.14", letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clean_sitting_that_was_watched_whole_is_cleared_without_remarks()
    {
        var way = await Way.ImportAsync(portal, "01-clean", "JOURNEY-CLEAN");
        await way.AssignAsync();
        await way.FinishWithoutRemarksAsync();

        Assert.Equal("cleared", (await way.LineAsync()).GetProperty("state").GetString());
    }

    private static string Days(int ahead) => TimeProvider.System.GetUtcNow().AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static async Task AssertOutcomeAsync(Way way, string outcome, string retake)
    {
        var line = await way.LineAsync();
        Assert.Equal("notified", line.GetProperty("state").GetString());
        Assert.Equal(outcome, line.GetProperty("outcome").GetString());
        Assert.Equal(retake, line.GetProperty("retake").GetString());
    }
}
