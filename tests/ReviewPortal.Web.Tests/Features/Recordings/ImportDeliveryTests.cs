using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Import;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>A delivery is taken in whole or not at all, and once.</summary>
public sealed class ImportDeliveryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_good_delivery_becomes_a_sitting_with_its_recordings_and_a_case_that_waits_for_a_reviewer()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();

        var taken = Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));

        var (sitting, recordings, messages, signals, @case, told) = await portal.ReadAsync(async db => (
            await db.Sittings.SingleAsync(Ct), await db.Recordings.OrderBy(item => item.Id).ToListAsync(Ct), await db.Messages.CountAsync(Ct), await db.Signals.CountAsync(Ct),
            await db.Cases.SingleAsync(Ct), await db.CaseEvents.SingleAsync(Ct)));
        Assert.Equal((taken.Sitting, ADelivery.Candidate, ADelivery.StudentNumber), (sitting.Id, sitting.Pseudonym, sitting.StudentNumber));
        Assert.Equal((taken.Case, CaseState.Imported, new DateOnly(2026, 11, 5)), (@case.Number, @case.State, @case.Due));
        Assert.Equal((CaseAction.Import, "Tim Kuipers"), (told.Action, told.ByName));
        Assert.Equal((3, 2), (messages, signals));
        Assert.Equal(Enum.GetValues<TrackRole>(), recordings.Select(item => item.Role).Order());
        Assert.All(recordings, item =>
        {
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(bundle.Files[item.File])), item.Sha256);
            Assert.InRange(item.DurationSeconds, 2.5, 4.5);

            // At rest there is nothing to be read in it, not even what kind of file it is.
            var atRest = File.ReadAllBytes(Path.Combine(portal.VaultFolder, item.Id.ToString(), "original.sealed"));
            Assert.Equal(-1, atRest.AsSpan().IndexOf(bundle.Files[item.File].AsSpan(0, 16)));
        });
        foreach (var item in recordings) Assert.Equal(item.Sha256, await portal.Get<RecordingVault>().HashAsync(item.Id, Ct));
        Assert.Null((await portal.ReadAsync(db => db.VerifyAuditAsync(Ct))).Break);
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action != "delivery.agree", Ct)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_same_delivery_again_changes_nothing_and_says_so(bool asZip)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var taken = Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));
        var (before, vault) = (await portal.DumpAsync(), InVault(portal));

        var again = Assert.IsType<AlreadyThere>(await portal.Get<ImportDelivery>().RunAsync(asZip ? bundle.AsZip() : bundle.AsFolder(), portal.Who("coordinator"), Ct));

        Assert.Equal((taken.Sitting, taken.Case), (again.Sitting, again.Case));
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal(vault, InVault(portal));
    }

    [Fact]
    public async Task Another_delivery_of_the_same_sitting_is_refused_and_names_the_case()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var taken = Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));
        var (before, vault) = (await portal.DumpAsync(), InVault(portal));
        bundle.Manifest["recorder"]!["version"] = "2.2";

        Assert.Equal(taken.Case, Assert.IsType<Contradicts>(await portal.ImportAsync(bundle)).Case);

        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal(vault, InVault(portal));
    }

    public static TheoryData<string> Faults => [.. Spoilt.Keys];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_broken_delivery_leaves_nothing_behind(string fault)
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var before = await portal.DumpAsync();
        using var bundle = ADelivery.Of();
        Spoilt[fault](bundle);

        var refusal = Assert.IsType<NotTakenIn>(await portal.ImportAsync(bundle)).Refusal;

        Assert.NotEmpty(refusal.File);
        Assert.Equal(before, await portal.DumpAsync());
        Assert.Empty(InVault(portal));
    }

    [Fact]
    public async Task When_the_rows_cannot_be_kept_the_recordings_are_not_either()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync("C-1", "0412702");
        await Sql.RunAsync(portal.DatabaseFile, "INSERT INTO AuditRows (Seq, AtMicros, Action, Subject, Commitment, PrevHash, Hash) SELECT 0, 0, 'planted', '', '', Hash, 'x' FROM AuditRows ORDER BY Seq DESC LIMIT 1");
        var (before, vault) = (await portal.DumpAsync(), InVault(portal));
        using var bundle = ADelivery.Of();

        await Assert.ThrowsAsync<DbUpdateException>(() => portal.ImportAsync(bundle));

        Assert.Equal(before, await portal.DumpAsync());
        Assert.Equal(vault, InVault(portal));
    }

    [Fact]
    public async Task An_import_that_is_stopped_anywhere_leaves_all_or_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var folder = bundle.AsFolder();
        var stopped = 0;
        for (var step = 0; step < 60 && await portal.ReadAsync(db => db.Sittings.CountAsync(Ct)) is 0; step++)
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(Ct);
            using var import = new CountedStop(stop, step);
            try
            {
                await portal.Get<ImportDelivery>().RunAsync(folder, portal.Who("coordinator"), stop.Token);
            }
            catch (OperationCanceledException)
            {
                stopped++;
                Assert.Equal(0, await portal.ReadAsync(db => db.Sittings.CountAsync(Ct)));
                Assert.Empty(InVault(portal));
            }
        }

        Assert.True(stopped > 0, "No import was stopped");
        await portal.Get<ImportDelivery>().RunAsync(folder, portal.Who("coordinator"), Ct);
        Assert.Equal(3, InVault(portal).Count(name => name.EndsWith("original.sealed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_same_delivery_eight_times_at_once_is_taken_in_once()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        using var bundle = ADelivery.Of();
        var folder = bundle.AsFolder();
        var by = portal.Who("coordinator");

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => portal.Get<ImportDelivery>().RunAsync(folder, by, Ct), Ct)));

        Assert.Single(results.OfType<TakenIn>());
        Assert.Equal(7, results.OfType<AlreadyThere>().Count());
        Assert.Equal(6, InVault(portal).Length);
    }

    [Fact]
    public async Task Cases_are_numbered_within_their_year_also_when_the_clock_steps_back()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await TakeInAsync("C-1", "2026-0001");
        await TakeInAsync("C-2", "2026-0002");
        portal.Clock.Set(new DateTimeOffset(2026, 12, 31, 23, 30, 0, TimeSpan.Zero));
        await TakeInAsync("C-3", "2027-0001");
        portal.Clock.Set(APortal.Delivered);
        await TakeInAsync("C-4", "2026-0003");

        async Task TakeInAsync(string candidate, string number) => Assert.Equal(number, (await (await portal.ImportedAsync(candidate)).NowAsync()).Number.ToString());
    }

    /// <summary>What the sheet allows and what candidates were told is fixed by the first delivery of the exam (UU-OWN-f, UU-IR-12).</summary>
    [Fact]
    public async Task A_later_delivery_does_not_change_the_rules_of_an_exam()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        await portal.ImportedAsync();
        using var bundle = ADelivery.Of("C-2", "0412702");
        bundle.Manifest["exam"]!["allowedAids"] = new JsonArray("telefoon");
        bundle.Manifest["exam"]!["instructions"] = new JsonArray();

        Assert.IsType<TakenIn>(await portal.ImportAsync(bundle));

        var exam = await portal.ReadAsync(db => db.Exams.SingleAsync(Ct));
        Assert.Equal(["rekenmachine"], exam.AllowedAids);
        Assert.Equal(3, exam.Instructions.Length);
    }

    private static readonly Dictionary<string, Action<TempBundle>> Spoilt = new(StringComparer.Ordinal)
    {
        ["a checksum that is wrong"] = bundle => bundle.Manifest["tracks"]![1]!["sha256"] = new string('0', 64),
        ["a file that is missing"] = bundle => bundle.Files.Remove("screen.webm"),
        ["a manifest that is no JSON"] = bundle => bundle.ManifestBytes = "{ \"schema\": "u8.ToArray(),
        ["a recording that is none"] = bundle =>
        {
            bundle.Files["phone.mp4"] = new byte[4096];
            bundle.Manifest["tracks"]![1] = bundle.Track("phone", "phone.mp4", 0);
        },
        ["a path that leads out"] = bundle => bundle.Manifest["tracks"]![2]!["file"] = "../screen.webm",
        ["chat that is no JSON"] = bundle => bundle.Files["chat.jsonl"] = "{\"at\": 1\n"u8.ToArray(),
    };

    private static string[] InVault(APortal portal) =>
        [.. Directory.EnumerateFiles(portal.VaultFolder, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is not ".lock").Select(path => Path.GetRelativePath(portal.VaultFolder, path)).Order(StringComparer.Ordinal)];

    /// <summary>Pulls the plug a moment after the import has begun: a little later every time.</summary>
    private sealed class CountedStop : IDisposable
    {
        private readonly Timer? _timer;

        public CountedStop(CancellationTokenSource stop, int step)
        {
            if (step is 0) stop.Cancel();
            else _timer = new Timer(_ => stop.Cancel(), null, TimeSpan.FromMilliseconds(step / 2.0), Timeout.InfiniteTimeSpan);
        }

        public void Dispose() => _timer?.Dispose();
    }
}
