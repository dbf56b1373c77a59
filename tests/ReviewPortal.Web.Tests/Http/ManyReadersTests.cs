using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Web.Access;
using ReviewPortal.Web.Features.Recordings;
using ReviewPortal.Web.Tests.Media;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Http;

/// <summary>Two hundred clients at once, of a program of its own, read stretches of a recording: nobody gets an error or a wrong byte, the memory stays bounded, and pages still open.</summary>
public sealed class ManyReadersTests
{
    // No more of one person are served at once (RangeLimit), so there are several.
    private const int Readers = 5;
    private const int Clients = 200;
    private const int Stretches = 4;
    private const int Stretch = 512 * 1024;
    private const int MostMegabytes = 400;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_hundred_clients_read_at_once_and_the_pages_stay_usable()
    {
        await using var portal = await APortal.WithDemoPeopleAsync();
        var original = LongWebm.Of(16 * 1024 * 1024);
        var recordings = new List<(string Email, Guid Id)>();
        for (var reader = 0; reader < Readers; reader++) recordings.Add(await ReaderAsync(portal, original, reader));
        var whole = (await Indexing.IndexAsync(original)).Served(original);
        await using var program = await RunningProgram.OnAsync(portal.Folder);
        using var coordinator = await Visitor.AsAsync(program.Address, portal.Who("coordinator").Email);
        using (var warm = await coordinator.GetAsync(Links.Worklist)) Assert.Equal(HttpStatusCode.OK, warm.StatusCode);

        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = Clients, UseCookies = false };
        using var client = new HttpClient(handler) { BaseAddress = program.Address };
        var people = new List<(string Cookie, string Address)>();
        foreach (var (email, recording) in recordings) people.Add((await CookieAsync(program, email), Links.Media(recording)));
        var reading = Task.WhenAll(Enumerable.Range(0, Clients).Select(number => Task.Run(() => ReadAsync(client, people[number % Readers].Cookie, people[number % Readers].Address, whole, number), Ct)));
        var pages = new List<TimeSpan>();
        do
        {
            var start = Stopwatch.GetTimestamp();
            using var page = await coordinator.GetAsync(Links.Worklist);
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            pages.Add(Stopwatch.GetElapsedTime(start));
        }
        while (!reading.IsCompleted);

        Assert.Equal(Clients * Stretches, (await reading).Sum());
        pages.Sort();
        Assert.True(pages[pages.Count / 2] < TimeSpan.FromSeconds(1), $"Pages took {string.Join(", ", pages)}");
        TestContext.Current.TestOutputHelper?.WriteLine($"At most {program.PeakMegabytes} MB; pages {string.Join(", ", pages)}");
        Assert.InRange(program.PeakMegabytes, 1, MostMegabytes);
    }

    // A reviewer with a sitting of their own.
    private static async Task<(string Email, Guid Recording)> ReaderAsync(APortal portal, byte[] original, int number)
    {
        using var bundle = ADelivery.Of($"C-{number}", $"041270{number}");
        bundle.Files["webcam.webm"] = original;
        bundle.Manifest["tracks"]![0] = bundle.Track("webcam", "webcam.webm", 0);
        var email = $"lezer{number}@uni.example";
        await portal.AccountAsync(new AccountDraft(email, $"Lezer {number}", [Role.Reviewer], null, "nl"));
        var @case = await portal.CaseOfAsync(Assert.IsType<TakenIn>(await portal.ImportAsync(bundle)).Sitting);
        await ACase.DoneAsync(@case.AssignAsync(email));
        return (email, await portal.ReadAsync(db => db.Recordings.Where(item => item.File == "webcam.webm" && item.Sitting == @case.Sitting).Select(item => item.Id).SingleAsync(Ct)));
    }

    private static async Task<string> CookieAsync(RunningProgram program, string email)
    {
        using var visitor = await Visitor.AsAsync(program.Address, email);
        return string.Join("; ", visitor.Cookies.Select(pair => $"{pair.Key}={pair.Value}"));
    }

    private static async Task<int> ReadAsync(HttpClient client, string cookie, string address, byte[] whole, int number)
    {
        var random = new Random(number);
        for (var stretch = 0; stretch < Stretches; stretch++)
        {
            var from = random.Next(whole.Length - Stretch);
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Cookie", cookie);
            request.Headers.Range = new RangeHeaderValue(from, from + Stretch - 1);
            using var answer = await client.SendAsync(request, Ct);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.True((await answer.Content.ReadAsByteArrayAsync(Ct)).AsSpan().SequenceEqual(whole.AsSpan(from, Stretch)), $"A stretch from {from} is another");
        }

        return Stretches;
    }
}
