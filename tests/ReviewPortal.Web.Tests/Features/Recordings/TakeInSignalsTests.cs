using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Import;
using ReviewPortal.Infrastructure.Import.Suppliers;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Commands;
using ReviewPortal.Web.Tests.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>What suppliers noticed, taken in by the real import into a real file: questions for a reviewer that move nothing (AP-INBR-3, I11).</summary>
public sealed class TakeInSignalsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("signals");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names() => [.. SupplierFiles.All.Select(file => file.Name)];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_delivery_finds_its_sitting_by_what_its_system_calls_it(string name)
    {
        await using var portal = await PortalAsync();
        var @case = await SittingAsync(portal);
        var (before, state) = (await portal.ReadAsync(db => db.Signals.CountAsync(Ct)), (await @case.NowAsync()).State);

        var taken = (await TakeAsync(portal, SupplierFiles.All.Single(file => file.Name == name).Text)).OfType<SignalsTakenIn>().Single();

        Assert.True(taken.Added > 0);
        Assert.Equal(before + taken.Added, await portal.ReadAsync(db => db.Signals.CountAsync(Ct)));
        Assert.Equal(state, (await @case.NowAsync()).State);
        var delivery = await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(item => item.Sitting == @case.Sitting, Ct));
        Assert.Equal(taken.Added, await portal.ReadAsync(db => db.Signals.CountAsync(signal => signal.Delivery == delivery.Id && signal.Sitting == @case.Sitting && signal.Data != null, Ct)));
        Assert.Single(await portal.ReadAsync(db => db.AuditRows.Where(row => row.Action == "delivery.link" && row.Subject == $"delivery/{delivery.Id}").ToListAsync(Ct)));
        Assert.Empty(await DamageAsync(portal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_same_delivery_again_adds_nothing_and_says_so(string name)
    {
        await using var portal = await PortalAsync();
        await SittingAsync(portal);
        var text = SupplierFiles.All.Single(file => file.Name == name).Text;
        await TakeAsync(portal, text);
        var before = await portal.DumpAsync();

        Assert.All(await TakeAsync(portal, text), result => Assert.True(result is SignalsThere or SignalsWait { Again: true }, result.ToString()));

        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task A_delivery_that_was_updated_adds_what_is_new_and_keeps_what_was_answered()
    {
        await using var portal = await PortalAsync();
        var @case = await SittingAsync(portal);
        await TakeAsync(portal, SupplierFiles.Edx);
        await ACase.DoneAsync(@case.AssignAsync());
        await ACase.DoneAsync(@case.AnswerSignalAsync());
        var before = await portal.ReadAsync(db => db.Signals.AsNoTracking().OrderBy(item => item.Id).ToListAsync(Ct));

        // One comment is gone, one is new, and everything is laid out anew.
        var taken = Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, """{"status":"suspicious","external_id":"3E0D5C2A-C-4701","comments":[{"comment":"Somebody talks","status":"a status of their own","stop":130,"start":120.5},{"comment":"A phone","status":"Suspicious","start":200,"stop":201}]}""")));

        Assert.Equal((1, 2), (taken.Added, taken.Known));
        var after = await portal.ReadAsync(db => db.Signals.AsNoTracking().OrderBy(item => item.Id).ToListAsync(Ct));
        Assert.Equal(before.Select(signal => (signal.Id, signal.At, signal.Text, signal.Data)), after.Take(before.Count).Select(signal => (signal.Id, signal.At, signal.Text, signal.Data)));
        Assert.Equal("A phone", after[^1].Text);
        Assert.Equal(1, await portal.ReadAsync(db => db.SignalAnswers.CountAsync(Ct)));
    }

    [Fact]
    public async Task The_same_words_twice_in_one_delivery_are_two_signals()
    {
        await using var portal = await PortalAsync();
        await SittingAsync(portal);
        const string Comment = """{"comment":"Talks","status":"s","start":5,"stop":6}""";
        var taken = Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, $$"""{"status":"passed","external_id":"3e0d5c2a-c-4701","comments":[{{Comment}},{{Comment}}]}""")));
        Assert.Equal(2, taken.Added);
        taken = Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, $$"""{"status":"passed","external_id":"3e0d5c2a-c-4701","comments":[{{Comment}},{{Comment}},{{Comment}}]}""")));
        Assert.Equal((1, 2), (taken.Added, taken.Known));
    }

    [Fact]
    public async Task Signals_outside_the_sitting_are_refused_one_by_one()
    {
        await using var portal = await PortalAsync();
        await SittingAsync(portal);
        var taken = Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, SupplierFiles.Edx.Replace("120.5", "7260", StringComparison.Ordinal).Replace("62,", "-61,", StringComparison.Ordinal))));
        Assert.Equal(1, taken.Added);
        Assert.Equal(
            ["delivery.bin: the signal in comments[0] falls at -61 s, outside the sitting. This signal was not taken over; check the clock and the sitting.", "delivery.bin: the signal in comments[1] falls at 7260 s, outside the sitting. This signal was not taken over; check the clock and the sitting."],
            taken.Refused.Select(refusal => refusal.Sentence(Core.Writing.Language.English)));
        var constructor = Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, SupplierFiles.Constructor)));
        Assert.Equal((2, RefusalReason.OutsideItsSession), (constructor.Added, Assert.Single(constructor.Refused).Reason));
    }

    [Theory]
    [InlineData(Stage.Imported, false)]
    [InlineData(Stage.InReview, false)]
    [InlineData(Stage.SecondReview, false)]
    [InlineData(Stage.Reported, true)]
    [InlineData(Stage.Cleared, true)]
    [InlineData(Stage.Notified, true)]
    public async Task After_the_review_signals_are_kept_with_the_delivery_and_nowhere_else(Stage stage, bool late)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var closing = portal;
        var (before, then) = (await portal.ReadAsync(db => db.Signals.CountAsync(Ct)), await @case.NowAsync());

        var taken = Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, SupplierFiles.Edx)));

        Assert.Equal((late, late ? 0 : 3), (taken.CameLate, taken.Added));
        Assert.Equal(before + taken.Added, await portal.ReadAsync(db => db.Signals.CountAsync(Ct)));
        Assert.Equal((then.State, then.Version), ((await @case.NowAsync()).State, (await @case.NowAsync()).Version));
        Assert.Equal(late, (await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(Ct))).CameLate);
        Assert.Empty(await DamageAsync(portal));
    }

    [Fact]
    public async Task A_delivery_that_names_no_sitting_waits_until_somebody_says_where_it_belongs()
    {
        await using var portal = await PortalAsync();
        var @case = await SittingAsync(portal);
        var text = SupplierFiles.Edx.Replace("3e0d5c2a-c-4701", "nobody", StringComparison.Ordinal);
        Assert.Equal(["edx: nobody"], Assert.IsType<SignalsWait>(Assert.Single(await TakeAsync(portal, text))).Names);
        Assert.True(Assert.IsType<SignalsWait>(Assert.Single(await TakeAsync(portal, text))).Again);
        Assert.Equal(System.Text.Encoding.UTF8.GetBytes(text), (await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(Ct))).Content);

        Assert.IsType<NoSitting>(Assert.Single(await TakeAsync(portal, text, SittingId.New(APortal.Delivered))));
        Assert.Equal(3, Assert.IsType<SignalsTakenIn>(Assert.Single(await TakeAsync(portal, text, @case.Sitting))).Added);
        Assert.False((await portal.ReadAsync(db => db.SignalDeliveries.SingleAsync(Ct))).Waits);
        Assert.IsType<SeveralSittings>(Assert.Single(await TakeAsync(portal, SupplierFiles.ProctorExam, @case.Sitting)));
    }

    [Fact]
    public async Task Identities_that_point_to_two_sittings_point_to_none()
    {
        await using var portal = await PortalAsync();
        await portal.ImportedAsync();
        await portal.ImportedAsync("C-4702", "0412702");
        Assert.IsType<SignalsWait>(Assert.Single(await TakeAsync(portal, """{"status":"passed","external_id":"3E0D5C2A-C-4701","attempt_code":"3E0D5C2A-C-4702","comments":[]}""")));
    }

    [Fact]
    public async Task A_name_that_a_supplier_uses_for_two_sittings_points_to_neither()
    {
        await using var portal = await PortalAsync();
        await portal.ImportedAsync();
        using var bundle = ADelivery.Of("C-4702", "0412702");
        bundle.Manifest["externalIds"] = new System.Text.Json.Nodes.JsonObject { ["Edx"] = "3e0d5c2a-c-4701" };
        Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));

        Assert.IsType<SignalsWait>(Assert.Single(await TakeAsync(portal, """{"status":"passed","external_id":"3E0D5C2A-C-4701","comments":[]}""")));
    }

    [Fact]
    public async Task Eight_at_once_add_the_signals_once()
    {
        await using var portal = await PortalAsync();
        await SittingAsync(portal);
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TakeAsync(portal, SupplierFiles.Edx), Ct)));
        Assert.Single(results.SelectMany(result => result).OfType<SignalsTakenIn>());
        Assert.Equal(3, await portal.ReadAsync(db => db.Signals.CountAsync(signal => signal.Delivery != null, Ct)));
    }

    [Fact]
    public async Task A_refused_delivery_leaves_nothing_behind()
    {
        await using var portal = await APortal.WithDemoPeopleAsync(); // No secret is set.
        await SittingAsync(portal);
        var before = await portal.DumpAsync();
        foreach (var text in (string[])[SupplierFiles.Proctorio, "{", SupplierFiles.Edx.Replace("62", "\"x\"", StringComparison.Ordinal)])
            Assert.IsType<NotTakenIn>(Assert.Single(await TakeAsync(portal, text)));
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task The_command_tells_formats_apart_and_takes_one_by_name()
    {
        await using var portal = await PortalAsync();
        var @case = await SittingAsync(portal);
        var (edx, seb) = (Write("a.json", SupplierFiles.Edx), Write("b.csv", SupplierFiles.SebLog + "X,late,-,,2026-11-02 11:05:12,SEB-4701,pc-12,tok-1\n"));

        var import = (await PortalProcess.RunAsync(portal.Folder, "import", _folder.FullName)).Succeeded();
        Assert.Contains($"{edx}: signals with case 2026-0001: 3 new, 0 there already, 0 refused.", import.Out, StringComparison.Ordinal);
        Assert.Contains($"{seb}: signals with case 2026-0001: 2 new, 0 there already, 1 refused.", import.Out, StringComparison.Ordinal);
        Assert.Contains("b.csv, line 5: the signal in Server Time (UTC) falls at 2026-11-02 11:05:12 UTC, outside the sitting", import.Error, StringComparison.Ordinal);

        Assert.Contains("nothing changed", (await PortalProcess.RunAsync(portal.Folder, "import", edx, "--as", "edx", "--sitting", @case.Sitting.ToString())).Succeeded().Out, StringComparison.Ordinal);
        var wrong = await PortalProcess.RunAsync(portal.Folder, "import", edx, "--as", "lti");
        Assert.Equal(1, wrong.ExitCode);
        Assert.Contains("a.json", wrong.Error, StringComparison.Ordinal);
        Assert.Contains("There is no sitting here", (await PortalProcess.RunAsync(portal.Folder, "import", edx, "--sitting", "here")).Error, StringComparison.Ordinal);
    }

    private static Task<APortal> PortalAsync() => APortal.WithDemoPeopleAsync("Development", $"--Suppliers:Proctorio:Secret={SupplierFiles.Secret}");

    private static async Task<ACase> SittingAsync(APortal portal)
    {
        using var bundle = ADelivery.Of();
        bundle.Manifest["externalIds"] = SupplierFiles.ExternalIds;
        return await portal.CaseOfAsync(Assert.IsType<TakenIn>(await portal.ImportAsync(bundle)).Sitting);
    }

    private static async Task<string[]> DamageAsync(APortal portal) => [.. (await portal.ReadAsync(db => db.VerifyCasesAsync(Ct))).Select(damage => damage.ToString()!)];

    private Task<ImmutableArray<ImportResult>> TakeAsync(APortal portal, string text, SittingId? sitting = null) =>
        portal.Get<TakeInSignals>().RunAsync(Write(Path.Combine(Guid.NewGuid().ToString("N"), "delivery.bin"), text), format: null, sitting, portal.Who("coordinator"), Ct);

    private string Write(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
