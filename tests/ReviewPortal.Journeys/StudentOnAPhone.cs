using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>
/// A student with a phone of 390 pixels: from the announcement in the mailbox to the view, the decision and the last day to appeal; with fingers, or with keys alone.
/// In every state of the pages it is asked what keeps people out, and what does not fit.
/// </summary>
internal sealed partial class StudentOnAPhone
{
    private readonly RunningPortal _portal;
    private readonly Way _way;
    private readonly Hands _hands;
    private readonly bool _touches;
    private readonly List<string> _wrong = [];

    private StudentOnAPhone(RunningPortal portal, Way way, Hands hands, bool touches) => (_portal, _way, _hands, _touches) = (portal, way, hands, touches);

    private IPage Page => _hands.Page;

    /// <summary>Opens the latest announcement and follows its link: to the sign-in, and from there to the own tests.</summary>
    public static async Task<StudentOnAPhone> FromMailAsync(RunningPortal portal, Way way, string language, bool touches)
    {
        var page = await portal.StrangerAsync(new() { Width = 390, Height = 844 }, touches);
        var student = new StudentOnAPhone(portal, way, Hands.Of(page, language), touches);
        await page.GotoAsync((await student.AnnouncedAsync()).AbsoluteUri);
        await student.ActAsync(page.Locator($"button[value='{way.StudentEmail}']"));
        await page.WaitForURLAsync(url => url.EndsWith("/mijn", StringComparison.Ordinal));
        // In the language of the account; nobody had to choose.
        await Assertions.Expect(page.Locator($"html[lang={language}] main h1")).ToBeVisibleAsync();

        await student.LookAsync("the own tests");
        return student;
    }

    public async Task GiveViewAsync(string text)
    {
        await OpenAsync();
        await Assertions.Expect(Page.GetByText(Say("Lees het proces-verbaal (PDF)", "Read the official report (PDF)"))).ToBeVisibleAsync();
        await LookAsync("the suspicion");

        var field = Page.GetByLabel(Say("Uw zienswijze", "Your view"));
        if (_touches) await field.TapAsync();
        else await _hands.ReachAsync(field);
        await Page.Keyboard.TypeAsync(text);
        await ActAsync(Page.GetByRole(AriaRole.Button, new() { Name = Say("Zienswijze indienen", "Submit your view") }));
        await ActAsync(Page.GetByRole(AriaRole.Button, new() { Name = Say("Ja, indienen", "Yes, submit") }));
        await Assertions.Expect(Page.GetByText(Say("Wat u hebt gezegd", "What you said"))).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText(text)).ToBeVisibleAsync();
        await LookAsync("the view that was given");
    }

    /// <summary>Reads the decision in the portal, and finds in it the same last day as in the letter.</summary>
    public async Task ReadDecisionAsync()
    {
        await AnnouncedAsync();
        await Page.GotoAsync("/mijn");
        await OpenAsync();
        var heading = Page.GetByRole(AriaRole.Heading, new() { Name = Say("Niet eens met het besluit?", "Do you disagree?") });
        await Assertions.Expect(heading).ToBeVisibleAsync();
        await LookAsync("the decision");

        var lastDay = (await Page.Locator("section", new() { Has = heading }).Locator(".due").InnerTextAsync()).Trim();
        var letter = Page.Locator("a.wide.primary");
        if (!_touches) await _hands.ReachAsync(letter);
        Assert.Contains(lastDay, WhiteSpace().Replace(await _way.LetterAsync(Page, letter), " "), StringComparison.Ordinal);
    }

    /// <summary>Whatever kept people out on the way.</summary>
    public async Task LeaveAsync()
    {
        await _hands.LeaveAsync();
        Assert.True(_wrong.Count is 0, string.Join(Environment.NewLine, _wrong));
    }

    private async Task OpenAsync()
    {
        await ActAsync(Page.Locator("a.test", new() { HasText = _way.Exam }));
        await Page.WaitForURLAsync(url => url.EndsWith($"/mijn/{_way.Number}", StringComparison.Ordinal));
    }

    private Task ActAsync(ILocator target) => _touches ? target.TapAsync() : PressAsync(target);

    private async Task PressAsync(ILocator target)
    {
        await _hands.ReachAsync(target);
        await Page.Keyboard.PressAsync("Enter");
    }

    private async Task LookAsync(string state)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        _wrong.AddRange(await EveryPage.WrongHereAsync(Page, $"{_way.StudentEmail}, {state}"));
    }

    // The latest message to the student: it says that there is one, and where to sign in; nothing of the case (Awb 2:9, 2:10).
    private async Task<Uri> AnnouncedAsync()
    {
        var folder = new DirectoryInfo(Path.Combine(_portal.Data, "mail"));
        for (var patience = 0; patience < 200; patience++)
        {
            var mails = folder.Exists ? folder.EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => File.ReadAllText(file.FullName)).ToArray() : [];
            if (mails.FirstOrDefault(mail => mail.Contains($"To: <{_way.StudentEmail}>", StringComparison.Ordinal)) is { } found)
            {
                var text = Encoding.UTF8.GetString(Convert.FromBase64String(found[(found.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]));
                Assert.DoesNotContain(_way.Number, text, StringComparison.Ordinal);
                Assert.DoesNotContain(_way.Exam, text, StringComparison.Ordinal);
                return new Uri(Address().Match(text).Value);
            }

            await Task.Delay(100);
        }

        throw new TimeoutException($"No message came for {_way.StudentEmail}");
    }

    private string Say(string dutch, string english) => _hands.Say(dutch, english);

    [GeneratedRegex(@"https?://\S+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WhiteSpace();
}
