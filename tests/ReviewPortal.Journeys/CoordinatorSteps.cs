using Microsoft.Playwright;

namespace ReviewPortal.Journeys;

/// <summary>What a coordinator does on the list of sittings.</summary>
internal static class CoordinatorSteps
{
    /// <summary>Gives these cases to the first reviewer of the demo, all at once.</summary>
    public static async Task AssignAsync(RunningPortal portal, IReadOnlyCollection<string> numbers)
    {
        var page = await portal.VisitAsync("coordinator@demo.example");
        await page.GotoAsync("/recordings");
        foreach (var number in numbers) await page.GetByLabel($"Kies zaak {number}").CheckAsync();
        var reviewer = (await page.GetByLabel("Toewijzen aan").Locator("option").AllInnerTextsAsync()).First(option => option.StartsWith("Noor van Dam", StringComparison.Ordinal));
        await page.GetByLabel("Toewijzen aan").SelectOptionAsync(new SelectOptionValue { Label = reviewer });
        await page.GetByRole(AriaRole.Button, new() { Name = $"Toewijzen ({numbers.Count})" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel($"Kies zaak {numbers.Last()}")).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }
}
