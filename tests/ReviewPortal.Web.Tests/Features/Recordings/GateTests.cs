using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Core.Retention;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Audit;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Features.Retention;
using ReviewPortal.Web.Tests.Import;
using ReviewPortal.Web.Tests.Import.Suppliers;

namespace ReviewPortal.Web.Tests.Features.Recordings;

/// <summary>Nothing comes in from a supplier without an agreement or of an exam without a retention rule (AP-VWO-1, KV-BEW-1); what is good is kept sealed.</summary>
public sealed class GateTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Without_agreement_or_retention_rule_a_delivery_is_refused_with_what_is_missing_and_kept(bool agreement, bool rule)
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        if (agreement) await portal.AgreeAsync(Agreements.Recorder);
        if (rule) await portal.CoverAsync(CoverageScope.Course, "INFOB1PICA");
        using var bundle = ADelivery.Of();

        var held = Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder())));

        Assert.Equal((true, false), (held.IsRefused, held.Again));
        Assert.Equal((agreement, rule), (!held.Lack.Needs.Contains(GateNeed.Agreement), !held.Lack.Needs.Contains(GateNeed.RetentionRule)));
        Assert.Equal(portal.Clock.GetUtcNow().AddDays(14), held.KeepUntil);
        var (dutch, english) = (ImportSentence.Of("levering", held, Language.Dutch), ImportSentence.Of("levering", held, Language.English));
        Assert.Equal(!agreement, dutch.Contains("“Opnemer” is geen verwerkersovereenkomst van kracht (AVG art. 28 lid 3)", StringComparison.Ordinal));
        Assert.Equal(!rule, english.Contains("No retention rule applies to exam INFOB1PICA-2026-T1", StringComparison.Ordinal));
        Assert.Equal((0, 0, 0), await portal.ReadAsync(async db => (await db.Sittings.CountAsync(Ct), await db.Exams.CountAsync(Ct), await db.Cases.CountAsync(Ct))));
        var entry = await portal.ReadAsync(db => db.QuarantinedDeliveries.SingleAsync(Ct));
        Assert.Equal(("delivery", "Opnemer", "INFOB1PICA-2026-T1", "Tim Kuipers", true), (entry.Name, entry.Supplier, entry.ExamCode, entry.ReceivedByName, entry.Waits));
        Assert.Equal(1, await portal.ReadAsync(db => db.AuditRows.CountAsync(row => row.Action == "quarantine.keep" && row.Subject == $"quarantine/{entry.Id}", Ct)));

        // At rest there is nothing to be read in it, and nothing of it lies elsewhere.
        var atRest = await File.ReadAllBytesAsync(Assert.Single(portal.InQuarantine()), Ct);
        Assert.Equal(-1, atRest.AsSpan().IndexOf(bundle.Files["webcam.webm"].AsSpan(0, 16)));
        Assert.Equal(-1, atRest.AsSpan().IndexOf("manifest"u8));
        Assert.DoesNotContain(Directory.EnumerateFiles(portal.Folder.FullName, "*.webm", SearchOption.AllDirectories), _ => true);
    }

    [Fact]
    public async Task With_both_it_comes_in_and_what_is_here_stays_known_when_they_end()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await portal.AgreeAsync("opnemer ");
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty);
        using var bundle = ADelivery.Of();
        Assert.IsType<TakenIn>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder())));

        var agreement = await portal.ReadAsync(db => db.ProcessingAgreements.SingleAsync(Ct));
        Assert.Null(await portal.Get<SupplierRegister>().EndAsync(agreement.Id, "opgezegd", portal.Who("fg").Id, Ct));
        Assert.IsType<AlreadyThere>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder())));
        using var another = ADelivery.Of("C-2", "0412702");
        Assert.Equal([GateNeed.Agreement], Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(another.AsFolder()))).Lack.Needs);
    }

    [Theory]
    [InlineData(2, true)]
    [InlineData(31, false)]
    public async Task An_agreement_counts_on_the_day_of_the_delivery_and_a_rule_on_the_day_of_the_sitting(int day, bool comesIn)
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await portal.AgreeAsync(Agreements.Recorder, until: new DateOnly(2026, 12, 30));
        await portal.CoverAsync(CoverageScope.Exam, "INFOB1PICA-2026-T1", new DateOnly(2026, 11, 2));
        using var bundle = ADelivery.Of();
        var result = Assert.Single(await portal.On(12, day).DeliverAsync(bundle.AsFolder()));
        Assert.Equal(comesIn, result is TakenIn);
        Assert.Equal(!comesIn, result is Quarantined { Lack.Needs: [GateNeed.Agreement] });
    }

    [Fact]
    public async Task A_rule_for_later_exams_does_not_cover_this_one()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        await portal.AgreeAsync(Agreements.Recorder);
        await portal.CoverAsync(CoverageScope.Faculty, Agreements.Faculty, new DateOnly(2026, 11, 3));
        using var bundle = ADelivery.Of();
        Assert.Equal([GateNeed.RetentionRule], Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder()))).Lack.Needs);
    }

    [Fact]
    public async Task The_same_delivery_as_a_folder_and_as_a_zip_and_eight_times_at_once_is_kept_once()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        var (folder, zip, by) = (bundle.AsFolder(), bundle.AsZip(), portal.Who("coordinator"));
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(() => portal.Get<TakeIn>().RunAsync(number % 2 is 0 ? folder : zip, null, null, by, Ct), Ct)));
        Assert.Single(results.SelectMany(all => all).Cast<Quarantined>(), held => !held.Again);
        Assert.Single(portal.InQuarantine());
        Assert.Equal((1, 1), await portal.ReadAsync(async db => (await db.QuarantinedDeliveries.CountAsync(Ct), await db.DeliveryReports.CountAsync(Ct))));
        var before = await portal.DumpAsync();
        Assert.True(Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverAsync(zip))).Again);
        Assert.Equal(before, await portal.DumpAsync());
    }

    [Fact]
    public async Task What_is_malformed_is_refused_and_not_kept()
    {
        await using var portal = await APortal.WithoutAgreementsAsync();
        using var bundle = ADelivery.Of();
        bundle.Manifest["tracks"]![1]!["sha256"] = new string('0', 64);
        Assert.IsType<NotTakenIn>(Assert.Single(await portal.DeliverAsync(bundle.AsFolder())));
        Assert.Equal(0, await portal.ReadAsync(db => db.QuarantinedDeliveries.CountAsync(Ct)));
        Assert.Empty(portal.InQuarantine());
        var report = await portal.ReadAsync(db => db.DeliveryReports.SingleAsync(Ct));
        Assert.Equal((DeliveryVerdict.Refused, "delivery", "Tim Kuipers"), (report.Verdict, report.Name, report.ReceivedByName));
        Assert.Contains("geweigerd", Assert.Single(report.Dutch), StringComparison.Ordinal);
        Assert.Contains("refused", Assert.Single(report.English), StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_an_end_to_what_is_kept()
    {
        await using var portal = await APortal.WithoutAgreementsAsync("--Deliveries:QuarantineMegabytes=1");
        using var bundle = ADelivery.Of();
        bundle.Files["noise.webm"] = TempBundle.Video;
        using var first = ADelivery.Of("C-2", "0412702");
        var kept = 0;
        while (await portal.ReadAsync(db => db.QuarantinedDeliveries.SumAsync(item => item.Bytes, Ct)) + 400_000 < 1_000_000 && kept < 20)
        {
            first.Manifest["candidate"]!["pseudonym"] = $"C-{++kept}";
            if (Assert.Single(await portal.DeliverAsync(first.AsFolder())) is QuarantineFull) break;
        }

        ImportResult last;
        do
        {
            first.Manifest["candidate"]!["pseudonym"] = $"C-{++kept}";
            last = Assert.Single(await portal.DeliverAsync(first.AsFolder()));
        }
        while (last is not QuarantineFull && kept < 60);

        var full = Assert.IsType<QuarantineFull>(last);
        Assert.True(full.IsRefused);
        Assert.Contains("ten hoogste 1 MB", ImportSentence.Of("x", full, Language.Dutch), StringComparison.Ordinal);
        Assert.True(await portal.ReadAsync(db => db.QuarantinedDeliveries.SumAsync(item => item.Bytes, Ct)) <= 1_000_000);
        Assert.Equal(await portal.ReadAsync(db => db.QuarantinedDeliveries.CountAsync(Ct)), portal.InQuarantine().Length);
        Assert.Equal(portal.InQuarantine().Length, portal.Get<RecordingKeys>().All().Count());
    }

    [Fact]
    public async Task Signals_ask_for_an_agreement_with_whose_format_it_is()
    {
        await using var portal = await APortal.WithoutAgreementsAsync($"--Suppliers:Proctorio:Secret={SupplierFiles.Secret}");
        foreach (var (name, format, text) in SupplierFiles.All)
        {
            var held = Assert.IsType<Quarantined>(Assert.Single(await portal.DeliverTextAsync($"{name}.bin", text)));
            Assert.Equal((Infrastructure.Import.Suppliers.SupplierFormats.Supplier(format), null), (held.Lack.Supplier, held.Lack.Exam));
            Assert.Equal([GateNeed.Agreement], held.Lack.Needs);
        }

        Assert.Equal(0, await portal.ReadAsync(db => db.SignalDeliveries.CountAsync(Ct)));
        Assert.Equal(SupplierFiles.All.Length, portal.InQuarantine().Length);
        await portal.AgreeAsync("Proctorio");
        Assert.IsType<SignalsWait>(Assert.Single(await portal.DeliverTextAsync("again.bin", SupplierFiles.Proctorio)));
        // The signature was checked when it came, and is not asked for again.
        var released = await portal.Get<Quarantine>().ReleaseAllAsync(Ct);
        Assert.Equal(2, released.Length);
        Assert.All(released, item => Assert.IsType<SignalsWait>(Assert.Single(item.Results)));
    }

    [Fact]
    public void Every_supplier_of_a_format_is_the_beginning_of_what_its_reports_say() => Assert.All(SupplierFiles.All, file => Assert.All(
        SupplierFiles.Reports(file.Text), report => Assert.StartsWith(Infrastructure.Import.Suppliers.SupplierFormats.Supplier(report.Format), report.Supplier, StringComparison.Ordinal)));
}
