using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Uploads;
using ReviewPortal.Web.Features.Recordings.Api;
using ReviewPortal.Web.Features.Recordings.Uploads;
using ReviewPortal.Web.Tests.Http.Api;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Uploads;

/// <summary>One upload that is damaged, slow to read or half begun harms nobody else.</summary>
public sealed class DamagedUploadTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_damaged_upload_is_shown_as_failed_can_be_cancelled_and_stops_no_other()
    {
        await using var first = await APortal.WithDemoPeopleAsync("Development", "--Uploads:KeepFree=0");
        await using var second = APortal.On(first.Folder);
        await second.StartAsync();
        using var supplier = await ASupplier.AtAsync(second.Address, first);
        var id = await ArrivingAsync(first, supplier.KeyId);
        for (var part = 0; part < 2; part++) await AppendAsync(first, id, new byte[1000]);
        File.Delete(Directory.GetFiles(FolderOf(first, id), "*.piece").Order(StringComparer.Ordinal).First());

        var other = await supplier.CreateAsync(1000);
        Assert.Equal("arriving", (await supplier.StatusAsync(other)).State);
        var rows = await second.Get<UploadViews>().ListAsync(second.Who("coordinator").Id, Ct);
        Assert.Equal([UploadState.Arriving, UploadState.Failed], rows.Select(row => row.State).Order());

        var damaged = Links.ApiUpload(id);
        var status = await supplier.StatusAsync(damaged);
        Assert.Equal(("failed", true), (status.State, Assert.Single(status.Report).Refused));
        using var asked = await supplier.TusAsync(HttpMethod.Head, damaged);
        Assert.Equal(HttpStatusCode.Gone, asked.StatusCode);
        using var part2 = await supplier.PatchAsync(damaged, 2000, new byte[10]);
        Assert.Equal((HttpStatusCode.Gone, "Damaged"), (part2.StatusCode, await ASupplier.CodeAsync(part2)));
        using var cancelled = await supplier.TusAsync(HttpMethod.Delete, damaged);
        Assert.Equal((HttpStatusCode.NoContent, "cancelled"), (cancelled.StatusCode, (await supplier.StatusAsync(damaged)).State));
        Assert.False(Directory.Exists(FolderOf(first, id)));
    }

    [Fact]
    public async Task Nobody_waits_for_what_an_announcement_reads()
    {
        await using var first = await APortal.WithDemoPeopleAsync();
        await using var second = APortal.On(first.Folder);
        var pipe = await PipeAsync(first);
        var announcing = Task.Run(() => second.Get<ReceiveUpload>().CreateAsync(new NewUpload("a.zip", 10, null, null, ""), Coordinator(second), Ct), Ct);
        await OthersWriteAsync(second, pipe);
        await Assert.ThrowsAsync<NotSupportedException>(() => announcing); // A pipe is no piece; but it was being read.
    }

    [Fact]
    public async Task Nobody_waits_for_what_a_start_reads()
    {
        await using var first = await APortal.WithDemoPeopleAsync();
        await using var second = APortal.On(first.Folder);
        var pipe = await PipeAsync(first);
        var starting = second.StartAsync();
        await OthersWriteAsync(second, pipe);
        await starting;
    }

    [Fact]
    public async Task An_upload_that_could_not_begin_leaves_nothing()
    {
        await using var portal = await APortal.WithDemoPeopleAsync("Development", "--Uploads:KeepFree=0");
        var keys = Path.Combine(portal.Folder.FullName, "recording-keys");
        if (Directory.Exists(keys)) Directory.Delete(keys, recursive: true);
        await File.WriteAllTextAsync(keys, "in the way", Ct);
        await Assert.ThrowsAnyAsync<IOException>(() => portal.Get<ReceiveUpload>().CreateAsync(new NewUpload("a.zip", 10, null, null, ""), Coordinator(portal), Ct));
        Assert.Empty(await portal.ReadAsync(db => db.Uploads.ToListAsync(Ct)));
        Assert.Empty(portal.Get<UploadStore>().All());
    }

    [Fact]
    public async Task An_upload_of_which_nothing_lies_there_can_be_cancelled()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var id = await ArrivingAsync(portal, null);
        Directory.Delete(FolderOf(portal, id), recursive: true);
        var upload = await portal.ReadAsync(db => db.Uploads.SingleAsync(item => item.Id == id, Ct));
        Assert.True(await portal.Get<ReceiveUpload>().CancelAsync(upload, Ct));
        Assert.Equal(UploadState.Cancelled, (await portal.ReadAsync(db => db.Uploads.SingleAsync(item => item.Id == id, Ct))).State);
    }

    private static Sender Coordinator(APortal portal) => new(portal.Who("coordinator"), null, null, []);

    private static string FolderOf(APortal portal, Guid upload) => Path.Combine(portal.Folder.FullName, "uploads", upload.ToString());

    private static async Task<Guid> ArrivingAsync(APortal portal, Guid? key)
    {
        var now = portal.Clock.GetUtcNow();
        var upload = new Upload { Id = Guid.NewGuid(), File = "a.zip", Bytes = 10_000, Key = key, Sender = new PersonId(key ?? Guid.NewGuid()), SenderName = "x", CreatedAt = now, ExpiresAt = now.AddDays(7) };
        await portal.Dbs.ChangeAsync(async db => { db.Add(upload); return await db.SaveChangesAsync(Ct); }, Ct);
        await portal.Get<UploadStore>().AddAsync(upload.Id, Ct);
        return upload.Id;
    }

    private static async Task AppendAsync(APortal portal, Guid upload, byte[] part)
    {
        using var body = new MemoryStream(part);
        await portal.Get<UploadStore>().AppendAsync(upload, 10_000, body, checksum: null, Ct);
    }

    // A pipe in the place of a piece: whoever reads it waits until somebody opens the other end.
    private static async Task<string> PipeAsync(APortal portal)
    {
        var pipe = Piece.Name(FolderOf(portal, await ArrivingAsync(portal, null)), 0);
        using var made = Process.Start("mkfifo", [pipe]);
        await made.WaitForExitAsync(Ct);
        Assert.Equal(0, made.ExitCode);
        return pipe;
    }

    private static async Task OthersWriteAsync(APortal portal, string pipe)
    {
        try
        {
            await Task.Delay(1500, Ct); // So that it is being read.
            await portal.Dbs.ChangeAsync(_ => Task.FromResult(true), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct);
        }
        finally
        {
            using var end = await Task.Run(() => File.OpenHandle(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), Ct).WaitAsync(TimeSpan.FromSeconds(10), Ct);
        }
    }
}
