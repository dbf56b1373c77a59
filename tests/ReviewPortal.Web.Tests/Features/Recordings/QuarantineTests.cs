using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Commands;
using ReviewPortal.Web.Tests.Import;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>How a stay in quarantine ends: taken in after all, destroyed by a person, or when its time is over.</summary>
public sealed class QuarantineTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Once_agreement_and_rule_are_registered_it_is_taken_in_by_itself_with_every_byte()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        var zip = bundle.AsZip("outer/");
        await portal.DeliverAsync(zip);
        File.Delete(zip); // Nothing is read from what was delivered any more.
        await portal.StartAsync();
        await portal.AgreeAsync(Agreements.Recorder);
        await Task.Delay(300, Ct);
        Assert.True((await EntryAsync(portal)).Waits);

        await portal.CoverAsync(CoverageScope.Exam, "INFOB1PICA-2026-T1");

        await UntilAsync(async () => !(await EntryAsync(portal)).Waits);
        var entry = await EntryAsync(portal);
        Assert.Equal(QuarantineEnd.Released, entry.Ended);
        await UntilAsync(() => Task.FromResult(portal.InQuarantine().Length is 0));
        var recordings = await portal.ReadAsync(db => db.Recordings.ToListAsync(Ct));
        Assert.Equal(3, recordings.Count);
        foreach (var item in recordings) Assert.Equal(item.Sha256, await portal.Get<RecordingVault>().HashAsync(item.Id, Ct));
        Assert.Equal("Tim Kuipers", (await portal.ReadAsync(db => db.CaseEvents.SingleAsync(Ct))).ByName);
        Assert.Equal(3, await portal.ReadAsync(db => db.Messages.CountAsync(Ct)));
        Assert.Contains("quarantine.release", await portal.ReadAsync(db => db.AuditRows.Select(row => row.Action).ToListAsync(Ct)));
        Assert.Null((await portal.ReadAsync(async db => await db.VerifyAuditAsync(Ct))).Break);
    }

    [Fact]
    public async Task The_coordinator_takes_it_in_with_a_button_and_nobody_else_does()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = await HeldAsync(portal);
        Assert.Equal(QuarantineObjection.NotYours, (await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("fg").Id, Ct)).Objection);
        var lacking = await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("coordinator").Id, Ct);
        Assert.True(Assert.IsType<Quarantined>(Assert.Single(lacking.Results)).Again);
        Assert.True((await EntryAsync(portal)).Waits);

        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty);
        Assert.IsType<TakenIn>(Assert.Single((await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("coordinator").Id, Ct)).Results));
        Assert.Equal((QuarantineEnd.Released, "Tim Kuipers"), ((await EntryAsync(portal)).Ended, (await EntryAsync(portal)).EndedByName));
        Assert.Empty(portal.InQuarantine());
        Assert.False(portal.Get<RecordingKeys>().Has(id));
        Assert.Equal(QuarantineObjection.NotWaiting, (await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("coordinator").Id, Ct)).Objection);
    }

    [Fact]
    public async Task What_contradicts_a_sitting_that_came_in_meanwhile_stays_and_its_report_says_why()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = await HeldAsync(portal);
        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty);
        using var other = ADelivery.Of();
        other.Manifest["recorder"]!["version"] = "2.2";
        Assert.IsType<TakenIn>(Assert.Single(await portal.DeliverAsync(other.AsFolder())));

        Assert.IsType<Contradicts>(Assert.Single((await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("coordinator").Id, Ct)).Results));

        Assert.True((await EntryAsync(portal)).Waits);
        Assert.Single(portal.InQuarantine());
        Assert.Contains(await portal.ReadAsync(db => db.DeliveryReports.ToListAsync(Ct)), report => report.Verdict is DeliveryVerdict.Refused && report.Dutch[0].Contains("andere levering", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_person_destroys_it_with_a_reason_and_the_audit_log_keeps_what_it_was()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = await HeldAsync(portal);
        var quarantine = portal.Get<Quarantine>();
        Assert.Equal(QuarantineObjection.NotYours, (await quarantine.DestroyAsync(id, "x", portal.Who("beheer").Id, Ct)).Objection);
        Assert.Equal(QuarantineObjection.NoReason, (await quarantine.DestroyAsync(id, " ", portal.Who("coordinator").Id, Ct)).Objection);
        Assert.Single(portal.InQuarantine());

        Assert.Null((await quarantine.DestroyAsync(id, "verkeerd bestand", portal.Who("coordinator").Id, Ct)).Objection);

        var entry = await EntryAsync(portal);
        Assert.Equal((QuarantineEnd.Destroyed, "verkeerd bestand", "Tim Kuipers"), (entry.Ended, entry.EndReason, entry.EndedByName));
        Assert.Empty(portal.InQuarantine());
        Assert.False(portal.Get<RecordingKeys>().Has(id));
        Assert.Contains(entry.Sha256, await DetailAsync(portal, "quarantine.destroy"), StringComparison.Ordinal);
        Assert.Equal(QuarantineObjection.NotWaiting, (await quarantine.DestroyAsync(id, "nog eens", portal.Who("coordinator").Id, Ct)).Objection);
        // Delivered again, it is a new stay.
        Assert.NotEqual(id, await HeldAsync(portal));
    }

    [Fact]
    public async Task When_its_time_is_over_it_is_destroyed_and_not_a_moment_before()
    {
        await using var portal = await APortal.WithoutAgreementsAsync("--Deliveries:QuarantineDays=3");
        var id = await HeldAsync(portal);
        var packed = (await EntryAsync(portal)).PackedSha256;
        portal.Clock.Advance(TimeSpan.FromDays(3) - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await portal.Get<Quarantine>().ExpireAsync(Ct));
        Assert.Single(portal.InQuarantine());
        portal.Clock.Advance(TimeSpan.FromSeconds(1));

        await portal.StartAsync(); // A start looks at once.
        await UntilAsync(() => Task.FromResult(portal.InQuarantine().Length is 0));

        Assert.Equal(QuarantineEnd.Expired, (await EntryAsync(portal)).Ended);
        Assert.False(portal.Get<RecordingKeys>().Has(id));
        Assert.Contains(packed, await DetailAsync(portal, "quarantine.expire"), StringComparison.Ordinal);
        Assert.Equal(0, await portal.Get<Quarantine>().ExpireAsync(Ct));
    }

    [Fact]
    public async Task What_a_killed_process_left_without_a_row_goes_and_what_waits_is_never_touched()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = await HeldAsync(portal);
        var left = Guid.NewGuid();
        await portal.Get<QuarantineFolder>().KeepAsync(left, (into, ct) => into.WriteAsync("half"u8.ToArray(), ct).AsTask(), Ct);
        using (await portal.Get<QuarantineFolder>().ReceivingAsync(Ct))
        {
            await portal.Get<Quarantine>().SweepAsync(Ct);
            Assert.Equal(2, portal.InQuarantine().Length);
        }

        await portal.Get<Quarantine>().SweepAsync(Ct);
        Assert.Single(portal.InQuarantine());
        Assert.Equal((true, false), (portal.Get<RecordingKeys>().Has(id), portal.Get<RecordingKeys>().Has(left)));
    }

    [Fact]
    public async Task What_was_damaged_there_is_not_taken_in_and_says_so()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = await HeldAsync(portal);
        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty);
        Assert.Contains("Quarantine: 1 deliveries", (await PortalProcess.RunAsync(portal.Folder, "verify")).Succeeded().Out, StringComparison.Ordinal);
        var file = Assert.Single(portal.InQuarantine());
        var bytes = await File.ReadAllBytesAsync(file, Ct);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Ct);

        var verified = await PortalProcess.RunAsync(portal.Folder, "verify");
        Assert.Equal(1, verified.ExitCode);
        Assert.Contains($"In quarantine: delivery {id}", verified.Error, StringComparison.Ordinal);
        Assert.Equal(QuarantineObjection.Damaged, (await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("coordinator").Id, Ct)).Objection);

        Assert.True((await EntryAsync(portal)).Waits);
        Assert.Equal(0, await portal.ReadAsync(db => db.Sittings.CountAsync(Ct)));
    }

    [Fact]
    public async Task It_opens_after_the_keys_were_wrapped_anew()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = await HeldAsync(portal);
        Assert.Equal(new Rotation(2, 1, []), portal.Get<RecordingVault>().RotateKeys());
        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty);
        Assert.IsType<TakenIn>(Assert.Single((await portal.Get<Quarantine>().ReleaseAsync(id, portal.Who("coordinator").Id, Ct)).Results));
    }

    /// <summary>Larger than the window through which a sealed archive is read, and more than one chunk at a time.</summary>
    [Fact]
    public async Task A_long_delivery_is_read_back_as_it_was_packed()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var bytes = new byte[3_000_017];
        new Random(7).NextBytes(bytes);
        var id = Guid.NewGuid();
        var (sha256, length) = await portal.Get<QuarantineFolder>().KeepAsync(id, async (into, ct) =>
        {
            for (var at = 0; at < bytes.Length; at += 70_001) await into.WriteAsync(bytes.AsMemory(at, Math.Min(70_001, bytes.Length - at)), ct);
        }, Ct);
        Assert.Equal((Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes)), bytes.LongLength), (sha256, length));
        await using var opened = portal.Get<QuarantineFolder>().Open(id)!;
        foreach (var (from, count) in new[] { (0, 10), (2_999_000, 1017), (262_140, 600_000), (16_383, 2), (1_000_000, 2_000_017) })
        {
            opened.Seek(from, SeekOrigin.Begin);
            var read = new byte[count];
            await opened.ReadExactlyAsync(read, Ct);
            Assert.True(read.AsSpan().SequenceEqual(bytes.AsSpan(from, count)), $"{count} bytes from {from}");
        }

        Assert.Equal(0, await opened.ReadAsync(new byte[1], Ct));
    }

    [Fact]
    public async Task A_delivery_that_cannot_be_packed_leaves_nothing()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        var id = Guid.NewGuid();
        await Assert.ThrowsAsync<IOException>(() => portal.Get<QuarantineFolder>().KeepAsync(id, async (into, ct) =>
        {
            await into.WriteAsync(Encoding.UTF8.GetBytes(new string('x', 500_000)), ct);
            throw new IOException("The disk was taken away");
        }, Ct));
        Assert.Empty(portal.InQuarantine());
        Assert.False(portal.Get<RecordingKeys>().Has(id));
    }

    private static async Task<Guid> HeldAsync(APortal portal)
    {
        using var bundle = ADelivery.Of();
        Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder())));
        return await portal.ReadAsync(db => db.QuarantinedDeliveries.Where(item => item.EndedAt == null).Select(item => item.Id).SingleAsync(Ct));
    }

    private static Task<QuarantinedDelivery> EntryAsync(APortal portal) => portal.ReadAsync(db => db.QuarantinedDeliveries.OrderBy(item => item.ReceivedAt).FirstAsync(Ct));

    private static Task<string> DetailAsync(APortal portal, string action) =>
        portal.ReadAsync(db => db.AuditRows.Where(row => row.Action == action).Join(db.AuditDetails, row => row.Seq, detail => detail.Seq, (_, detail) => detail.Text!).SingleAsync(Ct));

    private static async Task UntilAsync(Func<Task<bool>> so)
    {
        for (var tries = 0; !await so(); tries++)
        {
            Assert.True(tries < 200, "It did not happen");
            await Task.Delay(50, Ct);
        }
    }
}
