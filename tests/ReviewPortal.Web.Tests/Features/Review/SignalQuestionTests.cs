using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Review;
using ReviewPortal.Web.Tests.Http;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Features.Review;

/// <summary>A signal is a question (AP-INBR-3): to be found, to be answered by a person with a name, one by one or equal ones together, and perhaps only after that person looked without it.</summary>
public sealed class SignalQuestionTests
{
    private const string Events = """
        {"at": 0.5, "source": "mouse", "kind": "move", "text": "Muis bewogen"}
        {"at": 1.0, "source": "mouse", "kind": "move", "text": "Muis bewogen"}
        {"at": 1.5, "source": "vendor", "kind": "face", "text": "tweede gezicht gezien", "weight": 0.4}
        {"at": 2.0, "source": "mouse", "kind": "move", "text": "Muis bewogen"}
        {"at": 2.5, "source": "clipboard", "kind": "paste", "text": "geplakt", "data": {"application": "Rekenmachine"}}
        {"at": 3.0, "source": "tab", "kind": "switch", "text": "Ander tabblad", "data": {"url": "https://antwoorden.example/geheim?wie=lotte"}}
        {"at": 600, "source": "mouse", "kind": "move", "text": "Muis bewogen"}
        """;

    internal static readonly SignalFilter Moves = new(SignalSource.Mouse, "move");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Equal_signals_are_rejected_together_each_with_a_name_told_once_in_the_log_and_taken_back_together()
    {
        var (portal, @case, scope) = await InReviewAsync();
        await using var _ = portal;
        var before = await portal.ReadAsync(db => db.AuditRows.CountAsync(Ct));
        await ACase.DoneAsync(portal.Get<AnswerSignals>().RejectAsync(@case.Id, Moves, 4, " De muis beweegt bij elk antwoord. ", scope.By, Ct));

        var answers = await portal.ReadAsync(db => db.SignalAnswers.ToListAsync(Ct));
        Assert.Equal(4, answers.Count);
        Assert.All(answers, answer => Assert.Equal((false, "Noor van Dam", "De muis beweegt bij elk antwoord.", scope.By, @case.Id), (answer.Confirmed, answer.ByName, answer.Reason, answer.By, answer.Case)));
        var told = await portal.ReadAsync(db => db.AuditRows.OrderByDescending(row => row.Seq).Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (row, detail) => new { row.Action, detail.Text }).FirstAsync(Ct));
        Assert.Equal((before + 1, "signals.reject"), (await portal.ReadAsync(db => db.AuditRows.CountAsync(Ct)), told.Action));
        Assert.Contains("\"signals\":4", told.Text, StringComparison.Ordinal);

        var act = Assert.Single(await portal.Get<AnswerSignals>().OfAsync(@case.Id, scope.By, Ct));
        Assert.Equal(4, act.Count);
        await ACase.DoneAsync(@case.AnswerSignalAsync());
        await ACase.DoneAsync(portal.Get<AnswerSignals>().WithdrawAsync(@case.Id, act.Id, scope.By, Ct));
        // The first was answered again by itself, and is no part of the act any more.
        Assert.Single(await portal.ReadAsync(db => db.SignalAnswers.ToListAsync(Ct)));
    }

    [Fact]
    public async Task Together_is_answered_what_was_chosen_and_as_many_as_was_said_or_nothing()
    {
        var (portal, @case, scope) = await InReviewAsync();
        await using var _ = portal;
        var (answers, before) = (portal.Get<AnswerSignals>(), await portal.DumpAsync());
        Assert.Equal(RefusalKind.ChangedMeanwhile, await RefusedAsync(answers.RejectAsync(@case.Id, Moves, 3, "Niets.", scope.By, Ct)));
        Assert.Equal(RefusalKind.ChangedMeanwhile, await RefusedAsync(answers.RejectAsync(@case.Id, default, 7, "Niets.", scope.By, Ct)));
        Assert.Equal(RefusalKind.ChangedMeanwhile, await RefusedAsync(answers.RejectAsync(@case.Id, new(Answered: false), 7, "Niets.", scope.By, Ct)));
        Assert.Equal(RefusalKind.ChangedMeanwhile, await RefusedAsync(answers.RejectAsync(@case.Id, Moves, AnswerSignals.Most + 1, "Niets.", scope.By, Ct)));
        Assert.Equal(RefusalKind.WithoutReason, await RefusedAsync(answers.RejectAsync(@case.Id, Moves, 4, " ", scope.By, Ct)));
        Assert.Equal(RefusalKind.Unmet, await RefusedAsync(answers.ConfirmAsync(@case.Id, Moves, 4, Guid.NewGuid(), scope.By, Ct)));
        Assert.Equal(RefusalKind.NotThisRole, await RefusedAsync(answers.RejectAsync(@case.Id, Moves, 4, "Niets.", portal.Who("secretaris").Id, Ct)));
        Assert.Equal(before, await portal.DumpAsync());

        // What has its answer keeps it.
        await ACase.DoneAsync(@case.AnswerSignalAsync(confirmed: false));
        await ACase.DoneAsync(answers.RejectAsync(@case.Id, Moves, 3, "Niets.", scope.By, Ct));
        Assert.Equal(["Een weerspiegeling.", "Niets.", "Niets.", "Niets."], await portal.ReadAsync(db => db.SignalAnswers.OrderBy(item => item.Signal).Select(item => item.Reason).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Confirmed_together_are_those_in_one_mark_and_they_go_with_it()
    {
        var (portal, @case, scope) = await InReviewAsync();
        await using var _ = portal;
        var mark = Guid.NewGuid();
        await ACase.DoneAsync(@case.MarkAsync(mark: mark));

        // The mark runs from 1 to 3 seconds: two of the four lie in it.
        Assert.Equal(2, await portal.Get<SignalPages>().CountAsync(scope, Moves, new Fragment(1, 3), Ct));
        Assert.Equal(RefusalKind.ChangedMeanwhile, await RefusedAsync(portal.Get<AnswerSignals>().ConfirmAsync(@case.Id, Moves, 4, mark, scope.By, Ct)));
        await ACase.DoneAsync(portal.Get<AnswerSignals>().ConfirmAsync(@case.Id, Moves, 2, mark, scope.By, Ct));
        Assert.All(await portal.ReadAsync(db => db.SignalAnswers.ToListAsync(Ct)), answer => Assert.Equal((true, mark), (answer.Confirmed, answer.Mark)));

        var together = await portal.Get<AnswerSignals>().UponAsync(@case.Id, mark, scope.By, Ct);
        await ACase.DoneAsync(portal.Get<Mark>().RemoveAsync(@case.Id, mark, scope.By, Ct));
        Assert.Equal(0, await portal.ReadAsync(db => db.SignalAnswers.CountAsync(Ct)));
        // The log said that they were confirmed; it says as well that they are open again.
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "signals.withdraw", Ct)));

        // Undone: the mark comes back, and with it what was confirmed, but for what has another answer by now.
        await ACase.DoneAsync(@case.AnswerSignalAsync(confirmed: false));
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, new MarkedMoment(mark, new Fragment(1, 3), "OTHER_PERSON", "De deur gaat open.", "", null) { Confirmed = together }, scope.By, Ct));
        var back = await portal.ReadAsync(db => db.SignalAnswers.Where(item => item.Mark == mark).ToListAsync(Ct));
        Assert.Equal(together.Single().Signals.Order(), back.Select(answer => answer.Signal).Order());
        Assert.All(back, answer => Assert.Equal((true, together.Single().Act), (answer.Confirmed, answer.Act)));
        Assert.Equal(2, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "signals.confirm", Ct)));
    }

    public static TheoryData<SignalFilter, double[]> Filters => new()
    {
        { default, [0.5, 1, 1.5, 2, 2.5, 3, 600] },
        { new(SignalSource.Mouse), [0.5, 1, 2, 600] },
        { new(SignalSource.Vendor, "face"), [1.5] },
        { new(SignalSource.Vendor, "gaze"), [] },
        { new(Words: "GEZICHT"), [1.5] },
        { new(Words: "paste"), [2.5] },
        { new(Words: "rekenm"), [2.5] },
        { new(Words: "antwoorden.ex"), [3] },
        { new(Words: "%"), [] },
        { new(Site: "antwoorden.example"), [3] },
        { new(Application: "Rekenmachine"), [2.5] },
        { new(Text: "Muis bewogen"), [0.5, 1, 2, 600] },
        { new(Text: "Muis"), [] },
        { new(Answered: true), [0.5] },
        { new(SignalSource.Mouse, Answered: false), [1, 2, 600] },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task List_and_timeline_show_what_passes_the_filter_in_the_same_order(SignalFilter filter, double[] moments)
    {
        var (portal, @case, scope) = await InReviewAsync();
        await using var _ = portal;
        await ACase.DoneAsync(@case.AnswerSignalAsync(confirmed: false));
        var page = await portal.Get<SignalPages>().ReadAsync(scope, filter, 0, 50, total: null, Ct);
        Assert.Equal(moments, page.Rows.Select(row => row.At));
        Assert.Equal(moments.Length, page.Total);
        Assert.Equal(Enumerable.Range(0, moments.Length), page.Rows.Select(row => row.Index));

        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("reviewer").Email);
        using var answer = await visitor.GetAsync(Links.Signals((await @case.NowAsync()).Number) + filter.ToQuery());
        var (ticks, lanes) = Unpacked(await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Equal(moments, ticks.Select(tick => tick.At));
        Assert.Equal(page.Rows.Select(row => (row.Source, row.Kind)), ticks.Select(tick => lanes[tick.Lane]));
    }

    [Fact]
    public async Task A_page_far_down_the_list_begins_where_the_one_before_ended()
    {
        var (portal, _, scope) = await InReviewAsync();
        await using var closing = portal;
        var page = await portal.Get<SignalPages>().ReadAsync(scope, default, 5, 50, total: 7, Ct);
        Assert.Equal([(3d, 5), (600d, 6)], page.Rows.Select(row => (row.At, row.Index)));
        Assert.Equal(7, page.Total);
    }

    [Fact]
    public async Task The_site_is_the_host_alone_and_what_there_is_can_be_chosen_from()
    {
        var (portal, _, scope) = await InReviewAsync();
        await using var closing = portal;
        var facets = await portal.Get<SignalPages>().FacetsAsync(scope, Ct);
        Assert.Equal([("antwoorden.example", 1)], facets.Sites);
        Assert.Equal([("Rekenmachine", 1)], facets.Applications);
        Assert.Equal([(SignalSource.Clipboard, "paste", 1), (SignalSource.Mouse, "move", 4), (SignalSource.Tab, "switch", 1), (SignalSource.Vendor, "face", 1)], facets.Kinds);
    }

    /// <summary>APW-INF-6.</summary>
    [Fact]
    public async Task A_signal_says_where_it_comes_from_and_what_its_supplier_says_of_its_software()
    {
        var (portal, _, scope) = await InReviewAsync();
        await using var closing = portal;
        var face = await portal.ReadAsync(db => db.Signals.Where(item => item.Kind == "face").Select(item => item.Id).SingleAsync(Ct));
        var origin = (await portal.Get<SignalOrigins>().ReadAsync(scope, face, Ct))!;
        Assert.Equal((0.4, null, 1), (origin.Weight, origin.Format, origin.Equal));
        var supplier = await portal.ReadAsync(db => db.Suppliers.SingleAsync(item => item.Name == origin.Supplier, Ct));
        Assert.StartsWith(supplier.Name, origin.Software, StringComparison.Ordinal);

        Assert.Equal(AgreementObjection.NotYours, await portal.Get<SupplierRegister>().StateAsync(supplier.Id, "Gezichten.", portal.Who("coordinator").Id, Ct));
        Assert.Null(await portal.Get<SupplierRegister>().StateAsync(supplier.Id, "  Meer dan één gezicht in beeld. ", portal.Who("fg").Id, Ct));
        origin = (await portal.Get<SignalOrigins>().ReadAsync(scope, face, Ct))!;
        Assert.Equal("Meer dan één gezicht in beeld.", origin.LooksFor);
        Assert.NotNull(origin.StatedAt);

        var other = await portal.ImportedAsync("C-2", "0412702");
        Assert.Null(await portal.Get<SignalOrigins>().ReadAsync(scope with { Sitting = other.Sitting, Case = other.Id }, face, Ct));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Until_the_own_pass_the_server_gives_nothing_of_a_signal(bool byInstitution)
    {
        var (portal, @case, scope) = await InReviewAsync(byInstitution ? ["--Review:SignalsAfterOwnPass=true"] : []);
        await using var _ = portal;
        var passes = portal.Get<OwnPasses>();
        Assert.Equal(byInstitution, (await passes.OfAsync(@case.Sitting, scope.By, Ct)).Hidden);
        // A reviewer may want more than the institution, and never less.
        await passes.ChooseAsync(!byInstitution, scope.By, Ct);
        Assert.True((await passes.OfAsync(@case.Sitting, scope.By, Ct)).Hidden);

        await portal.StartAsync();
        using var visitor = await Visitor.AsAsync(portal, portal.Who("reviewer").Email);
        var address = Links.Signals((await @case.NowAsync()).Number);
        using (var answer = await visitor.GetAsync(address))
        {
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("verborgen", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        var pages = portal.Get<SignalPages>();
        var first = await portal.ReadAsync(db => db.Signals.Select(item => item.Id).FirstAsync(Ct));
        Assert.Equal(0, (await pages.ReadAsync(scope, default, 0, 50, total: null, Ct)).Total);
        Assert.Equal((0, 0), (await pages.CountAsync(scope, Moves, within: null, Ct), (await pages.FacetsAsync(scope, Ct)).Total));
        Assert.Null(await portal.Get<SignalOrigins>().ReadAsync(scope, first, Ct));
        Assert.Null(await pages.FindAsync(scope, first, Ct));
        Assert.Empty(await portal.Get<NearSignals>().OfAsync(@case.Sitting, new Fragment(0, 7000), [first], scope.By, Ct));
        await ACase.DoneAsync(portal.Get<Mark>().KeepAsync(@case.Id, new(Guid.NewGuid(), new Fragment(1, 3), "SOUND", "Een radio.", "", first) { Signals = [first] }, scope.By, Ct));
        var mark = await portal.ReadAsync(db => db.Observations.SingleAsync(Ct));
        Assert.Equal((null, 0), (mark.FromSignal, mark.Signals.Length));
        await ACase.DoneAsync(portal.Get<Mark>().RemoveAsync(@case.Id, mark.Id, scope.By, Ct));
        Assert.Equal([Requirement.ViewingDocumented], Assert.IsType<Refused>(await @case.AnswerSignalAsync()).Unmet);
        Assert.Equal([Requirement.ViewingDocumented], Assert.IsType<Refused>(await portal.Get<AnswerSignals>().RejectAsync(@case.Id, Moves, 4, "Niets.", scope.By, Ct)).Unmet);

        if (byInstitution) await ACase.DoneAsync(@case.NoteViewingAsync());
        else await ACase.DoneAsync(@case.WatchAsync());
        Assert.Equal(7, (await pages.ReadAsync(scope, default, 0, 50, total: null, Ct)).Total);
        using var opened = await visitor.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
    }

    [Fact]
    public void Places_are_read_from_what_suppliers_call_them()
    {
        Assert.Equal(("toets.example", null), Place("""{"url": "https://toets.example/vraag/1?wie=x"}"""));
        Assert.Equal(("toets.example", "Kladblok"), Place("""{"supplier": "X", "raw": {"Domain": "toets.example", "ActiveApp": "Kladblok"}}"""));
        Assert.Equal((null, null), Place("""{"applications": ["Browser"], "url": ""}"""));
        Assert.Equal((null, null), Place("geen JSON"));
        Assert.Equal((null, null), Place(null));
    }

    private static (string?, string?) Place(string? data) => SignalPlace.In(data) is var place ? (place.Site, place.Application) : default;

    private static async Task<RefusalKind> RefusedAsync(Task<Answer> answer) => Assert.IsType<Refused>(await answer).Kind;

    internal static async Task<(APortal Portal, ACase Case, SignalScope Scope)> InReviewAsync(params string[] settings)
    {
        var portal = await APortal.WithDemoPeopleAsync("Development", settings);
        using var bundle = ADelivery.Of();
        bundle.Files["events.jsonl"] = Encoding.UTF8.GetBytes(Events);
        var @case = await portal.CaseOfAsync(Assert.IsType<TakenIn>(await portal.ImportAsync(bundle)).Sitting);
        await ACase.DoneAsync(@case.AssignAsync());
        return (portal, @case, new SignalScope(@case.Id, @case.Sitting, portal.Who("reviewer").Id));
    }

    // As a browser reads it.
    private static (List<(double At, int Lane)> Ticks, List<(SignalSource Source, string Kind)> Lanes) Unpacked(byte[] bytes)
    {
        var at = 0;
        var (many, named) = (Number(), Number());
        var lanes = new List<(SignalSource, string)>();
        for (var lane = 0; lane < named; lane++)
        {
            var source = (SignalSource)bytes[at++];
            var length = Number();
            lanes.Add((source, Encoding.UTF8.GetString(bytes, at, length)));
            at += length;
        }

        var (ticks, time) = (new List<(double, int)>(), 0);
        for (var tick = 0; tick < many; tick++) ticks.Add(((time += Number()) / 1000d, bytes[at++]));
        Assert.Equal(bytes.Length, at);
        return (ticks, lanes);

        int Number()
        {
            var (number, shift) = (0, 0);
            for (; ; shift += 7)
            {
                var part = bytes[at++];
                number |= (part & 0x7f) << shift;
                if (part < 0x80) return number;
            }
        }
    }
}
