using System.Text.Json;
using Bunit;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Review;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Tests.Pages;
using ReviewPortal.Web.Tests.Pdf;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Review;

/// <summary>Until the second opinion has been given, neither reviewer learns anything of the other's work, by any way (AP-DPIA-3); and a reviewer never learns what is none of a reviewer's (I8).</summary>
public sealed class BlindReviewTests
{
    private static readonly string[] OfTheFirst = ["geheim-gezien", "geheim-duiding", "geheim-antwoord", "geheim-notitie", "geheim-kaart", "geheim-vermoeden"];
    private static readonly string[] OfTheSecond = ["geheim-tweede-gezien", "geheim-tweede-oordeel", "geheim-tweede-kaart", "geheim-tweede-notitie", "geheim-tweede-antwoord"];
    private static readonly string[] NobodysHere = ["geheim-cijfer", "geheim-bezwaar", "geheim-gezondheid", "geheim-toetsantwoord"];

    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_the_opinion_no_address_tells_one_reviewer_anything_of_the_other()
    {
        await using var portal = await BothAtWorkAsync();
        var @case = await OfAsync(portal);
        await portal.StartAsync();
        var doors = await Door.AllAsync(portal, @case);
        Assert.Equal([], await FoundAsync(portal, @case, doors, "tweede@demo.example", OfTheFirst));
        Assert.Equal([], await FoundAsync(portal, @case, doors, "reviewer@demo.example", OfTheSecond));
        // The same search does find what is their own.
        Assert.Contains("geheim-gezien", await FoundAsync(portal, @case, doors, "reviewer@demo.example", OfTheFirst));
    }

    [Fact]
    public async Task Before_the_opinion_no_view_of_the_circuit_tells_either()
    {
        await using var portal = await BothAtWorkAsync();
        var @case = await OfAsync(portal);
        foreach (var (who, secrets) in new[] { ("tweede", OfTheFirst), ("reviewer", OfTheSecond) })
        {
            var said = await ViewsAsync(portal, @case, who);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, said, StringComparison.Ordinal));
            Assert.Null(await ComparedAsync(portal, @case, who));
        }

        Assert.Contains("geheim-gezien", await ViewsAsync(portal, @case, "reviewer"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_the_opinion_both_see_both_and_nobody_else_does()
    {
        await using var portal = await BothAtWorkAsync();
        var @case = await OfAsync(portal);
        await ACase.DoneAsync(@case.GiveOpinionAsync());
        foreach (var who in new[] { "tweede", "reviewer" })
        {
            var compared = (await ComparedAsync(portal, @case, who))!;
            Assert.Equal((1, 1), (compared.Agreed, compared.Moments.Length));
            Assert.Equal(("geheim-gezien", "geheim-tweede-gezien"), (compared.Moments[0].First!.Seen, compared.Moments[0].Second!.Seen));
            Assert.Equal((false, true), (Assert.Single(compared.Signals).First, compared.Signals[0].Second));
        }

        Assert.All(["reviewer2", "secretaris", "fg", "coordinator", "student"], who => Assert.Null(ComparedAsync(portal, @case, who).GetAwaiter().GetResult()));
    }

    /// <summary>I8, UU-REV-3: whatever the supplier or the administration sent along.</summary>
    [Fact]
    public async Task No_grade_answer_objection_or_reason_of_health_reaches_a_reviewer()
    {
        await using var portal = await BothAtWorkAsync();
        var @case = await OfAsync(portal);
        await portal.StartAsync();
        var doors = await Door.AllAsync(portal, @case);
        foreach (var who in new[] { "reviewer", "tweede" })
        {
            Assert.Equal([], await FoundAsync(portal, @case, doors, $"{who}@demo.example", NobodysHere));
            var said = await ViewsAsync(portal, @case, who);
            Assert.All([.. NobodysHere, ADelivery.StudentNumber, "Lotte"], hidden => Assert.DoesNotContain(hidden, said, StringComparison.Ordinal));
        }
    }

    // Both have written something of every kind that a reviewer can write.
    private static async Task<APortal> BothAtWorkAsync()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Watched);
        await ACase.DoneAsync(@case.MarkAsync(seen: "geheim-gezien"));
        await ACase.DoneAsync(@case.NoteViewingAsync(note: "geheim-notitie"));
        await ACase.DoneAsync(@case.AnswerSignalAsync());
        await ACase.DoneAsync(@case.ReportBsnAsync(note: "geheim-kaart"));
        await ACase.DoneAsync(@case.AskSecondReviewAsync());
        await ACase.DoneAsync(@case.TakeSecondReviewAsync());
        await ACase.DoneAsync(@case.WatchAsync("tweede"));
        await ACase.DoneAsync(@case.MarkAsync("tweede", seen: "geheim-tweede-gezien"));
        await ACase.DoneAsync(@case.NoteViewingAsync("tweede", "geheim-tweede-notitie"));
        await ACase.DoneAsync(@case.AnswerSignalAsync("tweede", confirmed: true));
        await ACase.DoneAsync(@case.ReportBsnAsync("tweede", "geheim-tweede-kaart"));
        await ACase.DoneAsync(@case.WriteReasonsAsync(reasons: "geheim-tweede-oordeel"));
        var (first, second) = (portal.Who("reviewer").Id, portal.Who("tweede").Id);
        await Sql.RunAsync(portal.DatabaseFile, $"""
            UPDATE Observations SET Inference = 'geheim-duiding' WHERE By = '{first}' COLLATE NOCASE;
            UPDATE SignalAnswers SET Reason = 'geheim-antwoord' WHERE By = '{first}' COLLATE NOCASE;
            UPDATE SignalAnswers SET Reason = 'geheim-tweede-antwoord' WHERE By = '{second}' COLLATE NOCASE;
            UPDATE Sittings SET Manifest = json_set(Manifest, '$.grade', 'geheim-cijfer', '$.answers', 'geheim-toetsantwoord', '$.health', 'geheim-gezondheid', '$.objection', 'geheim-bezwaar');
            """);
        await ACase.DoneAsync(@case.WriteReportAsync());
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE ProcessenVerbaal SET Inference = 'geheim-vermoeden'");
        return portal;
    }

    private static async Task<ACase> OfAsync(APortal portal) => await portal.CaseOfAsync((await portal.ReadAsync(db => Task.FromResult(db.Cases.Single()))).Sitting);

    // Every address of the matrix, every page, the search for the words themselves, and the lists.
    private static async Task<IReadOnlyList<string>> FoundAsync(APortal portal, ACase @case, IReadOnlyList<Door> doors, string email, string[] secrets)
    {
        using var visitor = await Visitor.AsAsync(portal, email);
        var number = (await @case.NowAsync()).Number.ToString();
        var pages = portal.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.Any(item => item.GetType().Name is "ComponentTypeMetadata"))
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace("{Number}", number, StringComparison.OrdinalIgnoreCase))
            .Where(address => !address.Contains('{', StringComparison.Ordinal));
        var searches = secrets.SelectMany(secret => new[] { $"{Links.Search}?words={secret}", $"/review/{number}/signals.bin?words={secret}" });
        var found = new HashSet<string>(StringComparer.Ordinal);
        var answered = 0;
        foreach (var address in doors.Select(door => door.Address).Concat(pages).Concat(searches).Distinct())
        {
            using var answer = await visitor.GetAsync(address);
            var body = await answer.Content.ReadAsByteArrayAsync(Ct);
            var text = System.Text.Encoding.UTF8.GetString(body);
            if (body is [0x25, 0x50, 0x44, 0x46, ..]) text = TextOf(body);
            // What somebody searched for stands on the page in the field.
            if (!address.Contains("words=", StringComparison.Ordinal)) found.UnionWith(secrets.Where(secret => text.Contains(secret, StringComparison.Ordinal)));
            if (answer.IsSuccessStatusCode) answered++;
        }

        Assert.True(answered > 5, $"{email} was answered at {answered} addresses only: nothing has been asked");
        return [.. found];
    }

    // What the circuit could send: the views from which the pages are made, whole, and the page as it is drawn.
    private static async Task<string> ViewsAsync(APortal portal, ACase @case, string who)
    {
        var by = portal.Who(who).Id;
        var view = await portal.Get<CaseFiles>().LookAsync(@case.Id, by, file => ReviewView.OfAsync(file, Ct), Ct);
        var signals = await portal.Get<SignalPages>().ReadAsync(new SignalScope(@case.Id, @case.Sitting, by), new SignalFilter(null, null), 0, 500, null, Ct);
        var bsn = await portal.Get<ReportBsn>().OwnAsync(@case.Id, by, Ct);
        using var page = APage.For(portal, who);
        var shown = page.Render<ReviewPage>(parameters => parameters.Add(item => item.Number, @case.NowAsync().GetAwaiter().GetResult().Number.ToString()));
        shown.WaitForElement(".marks", TimeSpan.FromSeconds(10));
        return JsonSerializer.Serialize(new { view!.Marks, view.FirstMarks, view.Messages, view.Seen, view.ViewingNote, view.Reasons, view.Opinion, signals, bsn }) + shown.Markup;
    }

    private static Task<ComparisonView?> ComparedAsync(APortal portal, ACase @case, string who) =>
        portal.Get<CaseFiles>().LookAsync(@case.Id, portal.Who(who).Id, file => ComparisonView.OfAsync(file, Ct), Ct);

    private static string TextOf(byte[] pdf)
    {
        using var printed = new PrintedPdf(pdf);
        return string.Join(' ', printed.Pages()).ReplaceLineEndings(" ");
    }
}
