using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Infrastructure.Vault;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Uploads;
using ReviewPortal.Web.Tests.Import.Suppliers;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http.Api;

/// <summary>What becomes of a file that was sent in: it goes through the same door as any delivery, and its sender can read what came of it.</summary>
public sealed class DeliverOverHttpTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_bundle_becomes_a_case_with_its_recordings_untouched()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        using var bundle = ADelivery.Of();
        var file = await File.ReadAllBytesAsync(bundle.AsZip(), Ct);
        var status = await supplier.DeliverAsync(file);
        Assert.Equal("takenIn", status.State);
        var line = Assert.Single(status.Report);
        Assert.Equal((false, (await portal.ReadAsync(db => db.Cases.SingleAsync(Ct))).Number.ToString()), (line.Refused, line.Case));
        foreach (var recording in await portal.ReadAsync(db => db.Recordings.ToListAsync(Ct)))
        {
            Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bundle.Files[recording.File])), recording.Sha256);
            Assert.Equal(recording.Sha256, await portal.Get<RecordingVault>().HashAsync(recording.Id, Ct));
        }

        var imported = await portal.ReadAsync(db => db.CaseEvents.SingleAsync(Ct));
        Assert.Equal($"{Agreements.Recorder} · test", imported.ByName);
        Assert.Contains(await portal.ReadAsync(db => db.AuditRows.ToListAsync(Ct)), row => row.Action is "upload.end");

        // Sent again it is known, and nothing is kept of it.
        var again = await supplier.DeliverAsync(file);
        Assert.Equal(("takenIn", line.Case), (again.State, Assert.Single(again.Report).Case));
        Assert.Empty(portal.Get<UploadStore>().All());
        Assert.Equal(1, await portal.ReadAsync(db => db.Cases.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_key_delivers_only_what_is_its_suppliers()
    {
        await using var portal = await StartedAsync();
        using var other = await ASupplier.OfAsync(portal, "ProctorExam");
        using var bundle = ADelivery.Of();
        var status = await other.DeliverAsync(await File.ReadAllBytesAsync(bundle.AsZip(), Ct));
        Assert.Equal("refused", status.State);
        Assert.Contains($"came with the key of ProctorExam, but names {Agreements.Recorder}", Assert.Single(status.Report).Sentence, StringComparison.Ordinal);
        Assert.Equal((0, 0), await portal.ReadAsync(async db => (await db.Cases.CountAsync(Ct), await db.QuarantinedDeliveries.CountAsync(Ct))));
        Assert.Empty(portal.Get<RecordingVault>().All());
    }

    /// <summary>Who is enrolled and how much time they get, the institution says; not whoever records them.</summary>
    [Fact]
    public async Task A_key_brings_no_roster()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var status = await supplier.DeliverAsync(System.Text.Encoding.UTF8.GetBytes("exam,studentNumber,name,email,extraTime\nINFOB1PICA-2026-T1,0412701,Iemand Anders,x@uni.example,PT200M\n"), "x.csv");
        Assert.Equal("refused", status.State);
        Assert.Contains("none can be delivered with the key of", Assert.Single(status.Report).Sentence, StringComparison.Ordinal);
        Assert.Equal(0, await portal.ReadAsync(db => db.Enrolments.CountAsync(Ct)));
    }

    [Fact]
    public async Task What_is_refused_says_why_and_leaves_nothing()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        using var bundle = ADelivery.Of();
        bundle.Files["screen.webm"][^1] ^= 1;
        var status = await supplier.DeliverAsync(await File.ReadAllBytesAsync(bundle.AsZip(), Ct));
        Assert.Equal("refused", status.State);
        Assert.Contains("screen.webm", Assert.Single(status.Report).Sentence, StringComparison.Ordinal);
        using var dutch = await supplier.SendAsync(HttpMethod.Get, Links.ApiUpload(status.Id), null, ("Accept-Language", "nl-NL,nl;q=0.9"));
        Assert.NotEqual(status.Report[0].Sentence, (await dutch.Content.ReadFromJsonAsync<UploadStatus>(Ct))!.Report[0].Sentence);
        Assert.Empty(portal.Get<UploadStore>().All());
        Assert.Empty(portal.Get<RecordingVault>().All());
    }

    /// <summary>What waits for somebody is neither refused nor taken in, and is called what the page of deliveries calls it.</summary>
    [Fact]
    public async Task What_waits_says_for_what()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        Assert.Equal("waiting", (await supplier.DeliverAsync(System.Text.Encoding.UTF8.GetBytes(SupplierFiles.Edx), "edx.json")).State);
        await Sql.RunAsync(portal.DatabaseFile, "DELETE FROM RetentionCoverages");
        using var bundle = ADelivery.Of();
        Assert.Equal("held", (await supplier.DeliverAsync(await File.ReadAllBytesAsync(bundle.AsZip(), Ct))).State);
    }

    [Theory]
    [InlineData("/api/v1/uploads/nothing")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/api/v2")]
    public async Task An_address_that_is_none_is_said_to_be_none(string address)
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        using var answer = await supplier.TusAsync(HttpMethod.Patch, address);
        Assert.Equal((HttpStatusCode.NotFound, "NoSuchAddress"), (answer.StatusCode, await ASupplier.CodeAsync(answer)));
    }

    [Fact]
    public async Task A_file_of_a_supplier_brings_its_signals()
    {
        await using var portal = await StartedAsync();
        using var supplier = await ASupplier.OfAsync(portal);
        var @case = await portal.ImportedAsync();
        var before = await portal.ReadAsync(db => db.Signals.CountAsync(Ct));
        var review = Encoding.UTF8.GetBytes($$"""{ "external_id": "3E0D5C2A-{{ADelivery.Candidate}}", "status": "suspicious", "comments": [{ "comment": "stem", "status": "suspicious", "start": 2, "stop": 3 }] }""");
        var status = await supplier.DeliverAsync(review, "review.json");
        Assert.Equal(("takenIn", (await @case.NowAsync()).Number.ToString()), (status.State, Assert.Single(status.Report).Case));
        Assert.Equal(before + 2, await portal.ReadAsync(db => db.Signals.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_person_who_may_import_sends_with_the_cookie_from_this_site_only()
    {
        await using var portal = await StartedAsync();
        foreach (var (who, site, expected) in new[] { ("coordinator", "same-origin", HttpStatusCode.Created), ("coordinator", "cross-site", HttpStatusCode.Forbidden), ("coordinator", "", HttpStatusCode.Forbidden), ("reviewer", "same-origin", HttpStatusCode.Forbidden) })
        {
            using var visitor = await Visitor.AsAsync(portal, DemoAccounts.Email(who));
            visitor.Headers["Tus-Resumable"] = "1.0.0";
            visitor.Headers["Upload-Length"] = "10";
            if (site.Length > 0) visitor.Headers["Sec-Fetch-Site"] = site;
            using var answer = await visitor.SendAsync(HttpMethod.Post, Links.ApiUploads);
            Assert.Equal(expected, answer.StatusCode);
        }

        using var older = await Visitor.AsAsync(portal, DemoAccounts.Email("coordinator"));
        older.Headers["Tus-Resumable"] = "1.0.0";
        older.Headers["Upload-Length"] = "10";
        older.Headers["Origin"] = "https://elders.example";
        using var elsewhere = await older.SendAsync(HttpMethod.Post, Links.ApiUploads);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode);
        older.Headers["Origin"] = portal.Address.GetLeftPart(UriPartial.Authority);
        using var here = await older.SendAsync(HttpMethod.Post, Links.ApiUploads);
        Assert.Equal(HttpStatusCode.Created, here.StatusCode);
        var row = Assert.Single(await portal.Get<UploadViews>().ListAsync(portal.Who("coordinator").Id, Ct), item => item.Upload.Id == Guid.Parse(here.Headers.Location!.OriginalString.Split('/')[^1]));
        Assert.Equal(("Tim Kuipers", 0), (row.Upload.SenderName, row.Received));
        Assert.Empty(await portal.Get<UploadViews>().ListAsync(portal.Who("reviewer").Id, Ct));
    }

    /// <summary>A server that stops between the last byte and the taking in: the next start goes on.</summary>
    [Fact]
    public async Task What_was_whole_when_the_server_stopped_is_taken_in_at_the_next_start()
    {
        using var bundle = ADelivery.Of();
        var file = await File.ReadAllBytesAsync(bundle.AsZip(), Ct);
        await using var first = await APortal.WithDemoPeopleAsync("Development", "--Uploads:KeepFree=0");
        var ids = new List<Guid>();
        foreach (var completed in new[] { true, false })
        {
            var upload = new Upload { Id = Guid.NewGuid(), File = "left.zip", Bytes = file.Length, Sender = new PersonId(Guid.NewGuid()), SenderName = $"{Agreements.Recorder} · test", CreatedAt = first.Clock.GetUtcNow(), ExpiresAt = first.Clock.GetUtcNow().AddDays(7) };
            if (completed) upload.Complete();
            ids.Add(upload.Id);
            await first.Dbs.ChangeAsync(async db => { db.Add(upload); return await db.SaveChangesAsync(Ct); }, Ct);
            await first.Get<UploadStore>().AddAsync(upload.Id, Ct);
            using var body = new MemoryStream(file);
            await first.Get<UploadStore>().AppendAsync(upload.Id, file.Length, body, checksum: null, Ct);
        }

        await using var second = APortal.On(first.Folder);
        await second.StartAsync();
        foreach (var id in ids) Assert.Equal(UploadState.TakenIn, (await EndedAsync(second, id)).State);
        Assert.Equal(1, await second.ReadAsync(db => db.Cases.CountAsync(Ct)));
    }

    [Fact]
    public async Task A_file_that_brings_the_portal_down_again_and_again_is_given_up()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var upload = new Upload { Id = Guid.NewGuid(), File = "bad.zip", Bytes = 10, Sender = new PersonId(Guid.NewGuid()), SenderName = "x", CreatedAt = portal.Clock.GetUtcNow(), ExpiresAt = portal.Clock.GetUtcNow().AddDays(7), Attempts = 3 };
        upload.Complete();
        await portal.Dbs.ChangeAsync(async db => { db.Add(upload); return await db.SaveChangesAsync(Ct); }, Ct);
        await portal.Get<UploadStore>().AddAsync(upload.Id, Ct);
        await portal.StartAsync();
        var ended = await EndedAsync(portal, upload.Id);
        Assert.Equal(UploadState.Failed, ended.State);
        Assert.NotEqual(ended.Report[0].Dutch, ended.Report[0].English);
    }

    private static async Task<Upload> EndedAsync(APortal portal, Guid id)
    {
        for (var patience = 0; patience < 400; patience++)
        {
            if (await portal.ReadAsync(db => db.Uploads.SingleAsync(item => item.Id == id, Ct)) is { EndedAt: not null } ended) return ended;
            await Task.Delay(50, Ct);
        }

        throw new TimeoutException("Nothing became of it");
    }

    private static async Task<APortal> StartedAsync()
    {
        var portal = await APortal.WithDemoPeopleAsync("Development", "--Uploads:KeepFree=0");
        await portal.StartAsync();
        return portal;
    }
}
