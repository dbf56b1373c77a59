using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>From the first password to the end of an account, where there is no demo button.</summary>
public sealed class AnAccountOfTheirOwn(RunningPortal portal)
{
    private const string Name = "Iris de Boer";
    private const string Email = "iris@uni.example";

    [Fact]
    public async Task A_new_reviewer_signs_in_with_the_first_password_and_loses_the_open_page_when_the_account_is_disabled()
    {
        var admin = await portal.VisitAsync("beheer@demo.example");
        var password = await MakeAsync(admin);

        var page = await portal.StrangerAsync();
        await page.GotoAsync("/retention");
        await page.GetByLabel("E-mailadres").FillAsync(Email);
        await page.GetByLabel("Wachtwoord").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Aanmelden", Exact = true }).ClickAsync();
        await Assertions.Expect(page.Locator("main table").First).ToBeVisibleAsync();
        Assert.Equal("/retention", new Uri(page.Url).AbsolutePath);

        await admin.GetByRole(AriaRole.Row, new() { Name = Name }).GetByRole(AriaRole.Button, new() { Name = "Uitschakelen" }).ClickAsync();

        await Assertions.Expect(page.GetByText("U bent afgemeld")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Assertions.Expect(page.Locator("main table")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Opnieuw aanmelden" }).ClickAsync();
        await page.WaitForURLAsync(url => url.Contains("/account/sign-in", StringComparison.Ordinal));
        await page.Context.CloseAsync();
        await admin.Context.CloseAsync();
    }

    private static async Task<string> MakeAsync(IPage admin)
    {
        await admin.GotoAsync("/people");
        await admin.GetByLabel("Naam", new() { Exact = true }).FillAsync(Name);
        await admin.GetByLabel("E-mailadres", new() { Exact = true }).FillAsync(Email);
        await admin.GetByLabel("Reviewer", new() { Exact = true }).CheckAsync();
        await admin.GetByRole(AriaRole.Button, new() { Name = "Account aanmaken" }).ClickAsync();
        return await admin.Locator(".once b").InnerTextAsync();
    }
}
