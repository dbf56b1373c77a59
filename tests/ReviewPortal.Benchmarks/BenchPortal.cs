using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ReviewPortal.Core.Cases;
using ReviewPortal.Core.Recordings;
using ReviewPortal.Infrastructure.Accounts;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Demo;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Benchmarks;

/// <summary>A case that the reviewer of the demo may play.</summary>
/// <param name="Recordings">In the order of the tracks.</param>
internal sealed record BenchCase(CaseId Id, string Number, IReadOnlyList<Recording> Recordings);

/// <summary>A portal with recordings that a reviewer may play, made by the real steps.</summary>
internal static partial class BenchPortal
{
    /// <summary>A delivery of one recording of this size.</summary>
    public static async Task<string> DeliveryAsync(DirectoryInfo folder, long bytes)
    {
        var delivery = Directory.CreateDirectory(Path.Combine(folder.FullName, "delivery")).FullName;
        var recording = Path.Combine(delivery, "webcam.webm");
        int seconds;
        await using (var file = new FileStream(recording, FileMode.Create, FileAccess.Write, FileShare.None, 1024 * 1024)) seconds = LongRecording.Write(file, bytes);
        await using var written = File.OpenRead(recording);
        var start = new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.FromHours(1));
        var manifest = new JsonObject
        {
            ["schema"] = "reviewportal.bundle/1",
            ["exam"] = new JsonObject
            {
                ["code"] = "BENCH-2026", ["title"] = "Benchmark", ["course"] = "BENCH", ["faculty"] = "Bètawetenschappen", ["examiner"] = "a.devries@uni.example",
                ["start"] = start.ToString("O"), ["end"] = start.AddHours(23).ToString("O"), ["allowedAids"] = new JsonArray(), ["breaks"] = new JsonArray(), ["instructions"] = new JsonArray(),
            },
            ["candidate"] = new JsonObject { ["pseudonym"] = "C-1", ["studentNumber"] = "0412701" },
            ["externalIds"] = new JsonObject(),
            ["recorder"] = new JsonObject { ["name"] = "Voorbeeld Proctoring", ["version"] = "1" },
            ["start"] = start.ToString("O"), ["end"] = start.AddSeconds(Math.Min(seconds, 23 * 3600)).ToString("O"),
            ["tracks"] = new JsonArray(new JsonObject
            {
                ["role"] = "webcam", ["file"] = "webcam.webm", ["bytes"] = written.Length, ["offsetSeconds"] = 0,
                ["sha256"] = Convert.ToHexStringLower(await SHA256.HashDataAsync(written)),
            }),
        };
        await File.WriteAllTextAsync(Path.Combine(delivery, "manifest.json"), manifest.ToJsonString());
        return delivery;
    }

    /// <summary>Takes deliveries in and gives their cases to the reviewer of the demo.</summary>
    public static async Task<IReadOnlyList<BenchCase>> FillAsync(string data, IReadOnlyCollection<string> deliveries)
    {
        await using var app = Open(data);
        await app.Services.GetRequiredService<Migrator>().MigrateAsync(default);
        await app.Services.GetRequiredService<DemoSuppliers>().PrepareAsync(default);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
            foreach (var draft in DemoAccounts.Staff) await accounts.CreateDemoAsync(draft);
        }

        var cases = new List<BenchCase>();
        foreach (var delivery in deliveries) cases.Add(await TakeInAsync(app.Services, delivery));
        return cases;
    }

    /// <summary>The portal on this data, not serving: for its services.</summary>
    public static WebApplication Open(string data) => Portal.Build(new PortalOptions(data, ["--environment=Development", "--applicationName=ReviewPortal.Web"]) { IsCommand = true });

    private static async Task<BenchCase> TakeInAsync(IServiceProvider services, string delivery)
    {
        await using var db = await services.GetRequiredService<PortalDbs>().LookAsync(default);
        var people = await db.PersonsAsync(user => user.IsDemo, default);
        var (coordinator, reviewer) = (people.First(person => person.Email == DemoAccounts.Email("coordinator")), people.First(person => person.Email == Reviewer));
        var result = await services.GetRequiredService<ImportDelivery>().RunAsync(delivery, coordinator, default);
        if (result is not TakenIn taken) throw new InvalidOperationException($"The delivery was not taken in: {result}");
        var @case = await db.Cases.SingleAsync(item => item.Sitting == taken.Sitting);
        if (!(await services.GetRequiredService<Assign>().RunAsync(new(@case.Id, @case.Version), reviewer.Id, coordinator.Id, default)).IsDone) throw new InvalidOperationException("The case was not assigned");
        return new(@case.Id, @case.Number.ToString(), [.. (await db.Recordings.Where(item => item.Sitting == taken.Sitting).ToListAsync()).OrderBy(item => item.Role).ThenBy(item => item.Part)]);
    }

    /// <summary>Gives the sitting of a case its signals so many times over, each a little later.</summary>
    public static async Task RepeatSignalsAsync(string data, CaseId @case, int times)
    {
        await using var app = Open(data);
        await app.Services.GetRequiredService<PortalDbs>().ChangeAsync(
            async db =>
            {
                var sitting = await db.Cases.Where(item => item.Id == @case).Select(item => item.Sitting).SingleAsync();
                return await db.Database.ExecuteSqlAsync($"""
                    WITH RECURSIVE again(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM again WHERE n < {times - 1})
                    INSERT INTO Signals (Sitting, At, Source, Kind, Text, Weight, Data, Delivery) SELECT Sitting, At + n * 0.0007, Source, Kind, Text, Weight, Data, Delivery FROM Signals, again WHERE Sitting = {sitting.Value}
                    """);
            },
            default);
    }

    /// <summary>Signs in as the reviewer, the way the sign-in page does.</summary>
    /// <returns>The cookie.</returns>
    public static async Task<string> SignInAsync(int port)
    {
        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var client = new HttpClient(handler) { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var page = await client.GetStringAsync(Links.SignIn);
        var form = page[page.IndexOf($"action=\"{Links.DemoSignIn}\"", StringComparison.Ordinal)..];
        var fields = Hidden().Matches(form[..form.IndexOf("</form>", StringComparison.Ordinal)]).Select(field => KeyValuePair.Create(field.Groups["name"].Value, field.Groups["value"].Value));
        using var answer = await client.PostAsync(Links.DemoSignIn, new FormUrlEncodedContent([.. fields, new("email", Reviewer)]));
        return answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';', 2)[0]).Single(cookie => cookie.Contains("session", StringComparison.Ordinal));
    }

    public static string Reviewer => DemoAccounts.Email("reviewer");

    [GeneratedRegex("<input type=\"hidden\" name=\"(?<name>[^\"]+)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Hidden();
}
