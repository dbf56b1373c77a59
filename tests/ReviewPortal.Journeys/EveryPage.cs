using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>Every page that the demo's people can reach from their menus, looked at for what keeps people out (WCAG 2.2 AA) and for what does not fit.</summary>
public sealed class EveryPage(RunningPortal portal)
{
    private static readonly ViewportSize Desk = new() { Width = 1280, Height = 800 };
    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };
    private static readonly AxeRunOptions Rules = new() { RunOnly = new RunOnlyOptions { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] } };

    // What reaches past the right edge, the innermost last.
    private const string TooWide = "[...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > innerWidth + 0.5).map(e => e.tagName + '.' + e.className + ' ' + Math.round(e.getBoundingClientRect().right)).join(', ')";

    private static readonly string[] Staff =
    [
        "beheer@demo.example", "coordinator@demo.example", "reviewer@demo.example", "tweede@demo.example", "a.devries@uni.example", "secretaris@demo.example",
        "lid1@demo.example", "beroep@demo.example", "cvb@demo.example", "archief@demo.example", "fg@demo.example", "studieadviseur@demo.example", "directeur@demo.example",
    ];

    [Fact]
    public async Task Staff_find_every_page_accessible_at_a_desk() => await VisitAllAsync(Staff, Desk, query: "");

    [Fact]
    public async Task Students_find_every_page_accessible_on_a_phone_in_dutch_and_english()
    {
        await VisitAllAsync(["s0412704@demo.example", "s0412702@demo.example"], Phone, query: "");
        await VisitAllAsync(["s0412705@demo.example"], Phone, query: "dark");
    }

    [Fact]
    public async Task Signing_in_and_the_accounts_fit_on_a_phone()
    {
        var stranger = await portal.StrangerAsync(Phone);
        var wrong = await LookAsync(stranger, "a stranger", "/account/sign-in");
        await stranger.Locator("button[value='beheer@demo.example']").ClickAsync(new() { Timeout = 10_000 });
        await stranger.Locator(".who").WaitForAsync();
        wrong.AddRange(await LookAsync(stranger, "beheer", "/people"));
        Assert.True(wrong.Count is 0, string.Join(Environment.NewLine, wrong));

        await stranger.Locator("tbody tr").Last.GetByRole(AriaRole.Button, new() { Name = "Nieuw eerste wachtwoord" }).ClickAsync();
        await Assertions.Expect(stranger.GetByText("Eerste wachtwoord voor")).ToBeInViewportAsync();
        await Assertions.Expect(stranger.Locator("tbody tr").Last.GetByRole(AriaRole.Status)).ToBeVisibleAsync();
        await stranger.Context.CloseAsync();
    }

    [Fact]
    public async Task In_dark_and_english_the_pages_of_the_board_are_as_accessible() => await VisitAllAsync(["secretaris@demo.example", "lid1@demo.example"], Desk, query: "dark");

    private async Task VisitAllAsync(string[] people, ViewportSize size, string query)
    {
        var (wrong, visited) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, bool>(StringComparer.Ordinal));
        // Two people at a time: most of a visit is waiting until a page has come to rest, and nothing is timed here.
        await Parallel.ForEachAsync(people, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = TestContext.Current.CancellationToken }, async (person, _) =>
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var page = await portal.VisitAsync(person, size);
            if (query is "dark")
            {
                await page.GotoAsync("/account/theme?to=dark&back=%2F");
                await page.GotoAsync("/account/language?to=en&back=%2F");
            }

            await NoteAsync(new Uri(page.Url).AbsolutePath);
            foreach (var path in await PathsAsync(page, "nav a[href^='/']"))
            {
                if (!seen.Add(path)) continue;
                // What several people have in their menus is looked at for the first of them; the cases behind it are for each.
                if (visited.TryAdd(path, true)) await NoteAsync(path);
                else await OpenAsync(page, path);
                if ((await PathsAsync(page, "main a[href]")).FirstOrDefault(IsOfACase) is { } @case && seen.Add(Path.GetDirectoryName(@case) + "/")) await NoteAsync(@case);
            }

            await page.Context.CloseAsync();
            Assert.NotEmpty(seen);

            async Task NoteAsync(string path)
            {
                foreach (var found in await LookAsync(page, person, path)) wrong.Add(found);
            }
        });

        Assert.True(wrong.IsEmpty, string.Join(Environment.NewLine, wrong));
    }

    private static async Task OpenAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
    }

    private static async Task<List<string>> LookAsync(IPage page, string person, string path)
    {
        await OpenAsync(page, path);
        return await WrongHereAsync(page, $"{person} at {path}");
    }

    /// <summary>What keeps people out of the page as it is now, and what does not fit in its window.</summary>
    internal static async Task<List<string>> WrongHereAsync(IPage page, string at)
    {
        var wrong = (await page.RunAxe(Rules)).Violations.Select(violation => $"{at}: {violation.Id} ({violation.Impact}) on {violation.Nodes[0].Html}").ToList();
        if (await page.EvaluateAsync<bool>("document.documentElement.scrollWidth > innerWidth")) wrong.Add($"{at}: wider than the window, by {await page.EvaluateAsync<string>(TooWide)}");
        if (await page.Locator("h1").CountAsync() is not 1) wrong.Add($"{at}: not exactly one heading of the first rank");
        return wrong;
    }

    private static async Task<string[]> PathsAsync(IPage page, string links) =>
        [.. (await page.Locator(links).EvaluateAllAsync<string[]>("links => links.map(link => new URL(link.href).pathname)")).Distinct(StringComparer.Ordinal)];

    private static bool IsOfACase(string path) => path.Split('/') is [_, _, { Length: 9 } number] && number[4] is '-';
}
