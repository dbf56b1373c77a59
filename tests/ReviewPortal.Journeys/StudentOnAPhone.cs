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
        await SureAsync(Say("U gaf uw zienswijze.", "You gave your view."));
        await Assertions.Expect(Page.GetByText(Say("Wat u hebt gezegd", "What you said"))).ToBeVisibleAsync();
        await Assertions.Expect(Page.GetByText(text)).ToBeVisibleAsync();
        await LookAsync("the view that was given");
        // The way back to the page of the case lies in the mailbox (Awb 2:17).
        Assert.EndsWith($"/mijn/{_way.Number}", (await MailedAsync($"/mijn/{_way.Number}")).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Adds to the view as long as the term runs, with a file that is there before it is handed in.</summary>
    public async Task SupplementAsync(string text, string file)
    {
        var given = Page.Locator("section", new() { Has = Page.GetByRole(AriaRole.Heading, new() { Name = Say("Wat u hebt gezegd", "What you said") }) });
        await ActAsync(given.Locator("summary"));
        var field = given.GetByRole(AriaRole.Textbox);
        // A browser shows the caret of a large field, and not the whole of it, when Tab comes there.
        await field.ScrollIntoViewIfNeededAsync();
        if (_touches) await field.TapAsync();
        else await _hands.ReachAsync(field);
        await Page.Keyboard.TypeAsync(text);
        await given.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = file, MimeType = "text/plain", Buffer = Encoding.UTF8.GetBytes("Kom je zo?") });
        await Assertions.Expect(given.GetByText(Say($"{file} is toegevoegd.", $"{file} has been added."))).ToBeVisibleAsync();
        await LookAsync("what is added");
        await ActAsync(given.GetByRole(AriaRole.Button, new() { Name = Say("Zienswijze aanvullen", "Add to the view") }));
        await SureAsync(Say("U vulde uw zienswijze aan.", "You added to your view."));
        await Assertions.Expect(given.GetByText(text)).ToBeVisibleAsync();
        await Assertions.Expect(given.GetByRole(AriaRole.Link, new() { Name = file })).ToBeVisibleAsync();
        await Assertions.Expect(given.GetByRole(AriaRole.Button, new() { Name = file })).ToHaveCountAsync(0);
        await LookAsync("what was added");
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

    // The question has the focus, and after the answer what was done.
    private async Task SureAsync(string told)
    {
        var yes = Page.GetByRole(AriaRole.Button, new() { Name = Say("Ja, indienen", "Yes, submit") });
        await Assertions.Expect(yes).ToBeFocusedAsync();
        await ActAsync(yes);
        var note = Page.Locator("[role=status].success");
        await Assertions.Expect(note).ToHaveTextAsync(told);
        await Assertions.Expect(note).ToBeFocusedAsync();
    }

    private async Task LookAsync(string state)
    {
        await Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        _wrong.AddRange(await EveryPage.WrongHereAsync(Page, $"{_way.StudentEmail}, {state}"));
    }

    // The announcement says that there is a message, and where to sign in; nothing of the case (Awb 2:9, 2:10).
    private Task<Uri> AnnouncedAsync() => MailedAsync("/mijn");

    // The latest message to the student that leads there. None tells what it is about.
    private async Task<Uri> MailedAsync(string path)
    {
        var folder = new DirectoryInfo(Path.Combine(_portal.Data, "mail"));
        for (var patience = 0; patience < 200; patience++)
        {
            var mails = folder.Exists ? folder.EnumerateFiles("*.eml").OrderByDescending(file => file.LastWriteTimeUtc).Select(file => File.ReadAllText(file.FullName)).ToArray() : [];
            var texts = mails.Where(mail => mail.Contains($"To: <{_way.StudentEmail}>", StringComparison.Ordinal)).Select(mail => Encoding.UTF8.GetString(Convert.FromBase64String(mail[(mail.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..])));
            if (texts.FirstOrDefault(text => Address().Match(text).Value.EndsWith(path, StringComparison.Ordinal)) is { } found)
            {
                Assert.DoesNotContain(_way.Number, Address().Replace(found, ""), StringComparison.Ordinal);
                Assert.DoesNotContain(_way.Exam, found, StringComparison.Ordinal);
                return new Uri(Address().Match(found).Value);
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
