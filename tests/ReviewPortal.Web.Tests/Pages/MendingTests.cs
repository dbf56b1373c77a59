using Bunit;
using ReviewPortal.Core.Decisions;
using ReviewPortal.Core.Letters;
using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;
using ReviewPortal.Infrastructure.Store;
using ReviewPortal.Web.Features.Committee;
using ReviewPortal.Web.Features.Decisions;
using ReviewPortal.Web.Features.Letters;
using ReviewPortal.Web.Ui;

namespace ReviewPortal.Web.Tests.Pages;

/// <summary>Whatever is wrong with a letter, the link beside it leads to a field that is there (issue 6, part 2).</summary>
public sealed class MendingTests
{
    private static CancellationToken Ct => Xunit.TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(LetterPlace.Reasons, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.ReplyToView, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Deviation, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.CannotEstablish, Stage.Drafted, "lid1")]
    [InlineData(LetterPlace.FraudCodes, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Provision, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Evidence, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Alternatives, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Sanction, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Proportionality, Stage.FraudDrafted, "lid1")]
    [InlineData(LetterPlace.Addressee, Stage.CoSigned, "secretaris")]
    [InlineData(LetterPlace.Institution, Stage.CoSigned, "secretaris")]
    [InlineData(LetterPlace.Closing, Stage.Investigated, "lid1")]
    [InlineData(LetterPlace.Chance, Stage.ChanceRequested, "lid1")]
    [InlineData(LetterPlace.Termination, Stage.TerminationProposed, "cvb")]
    public async Task The_field_is_on_the_page_that_the_link_leads_to(LetterPlace place, Stage stage, string who)
    {
        var (portal, @case) = await Stages.AtAsync(stage);
        await using var _ = portal;
        await using var page = APage.For(portal, who);
        var number = (await @case.NowAsync()).Number;
        Assert.Equal($"{Links.Case(Places.RoomOf(place), number)}#{Places.Id(place)}", Places.Address(number, place));
        // Of the settings the page says something only when they are at fault.
        if (place is LetterPlace.Institution)
        {
            await using var settings = Without(portal, house => house with { AppealsDeskAddress = [] });
            Assert.NotNull(Page(settings, Room.Letters, number.ToString()).WaitForElement("#" + Places.Id(place), TimeSpan.FromSeconds(10)));
        }
        else Assert.NotNull(Page(page, Places.RoomOf(place), number.ToString()).WaitForElement("#" + Places.Id(place), TimeSpan.FromSeconds(10)));
    }

    [Fact]
    public void Every_place_is_tried()
    {
        var tried = typeof(MendingTests).GetMethod(nameof(The_field_is_on_the_page_that_the_link_leads_to))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Cast<InlineDataAttribute>().Select(row => (LetterPlace)row.Data[0]!);
        Assert.Equal(Enum.GetValues<LetterPlace>(), tried.Order());
    }

    /// <summary>What the house has not filled in stands in one field of the texts of the letters: the link leads into it.</summary>
    [Theory]
    [InlineData(HouseField.AppealsDeskAddress)]
    [InlineData(HouseField.Address)]
    public async Task A_text_that_lacks_leads_to_its_own_field(HouseField field)
    {
        var (portal, @case) = await Stages.AtAsync(Stage.CoSigned);
        await using var _ = portal;
        await using var page = Without(portal, house => house.With(field, Language.Dutch, ""));
        var link = Page(page, Room.Letters, (await @case.NowAsync()).Number.ToString()).WaitForElement(".faults a", TimeSpan.FromSeconds(10)).GetAttribute("href")!;
        Assert.Equal($"/letters/texts#{Places.Id(field, Language.Dutch)}", link);
        Assert.Equal(Places.Id(field, Language.Dutch), Places.In(link));
        Assert.NotNull(page.Render<HouseTextsPage>().WaitForElement("#" + Places.In(link), TimeSpan.FromSeconds(10)));
    }

    /// <summary>A number of a citizen in the reasons of a signed decision: the link leads to the reasons, which are still there to be read.</summary>
    [Fact]
    public async Task A_fault_of_a_signed_decision_leads_to_its_text()
    {
        var (portal, @case) = await Stages.AtAsync(Stage.Deliberation);
        await using var _ = portal;
        await ACase.DoneAsync(@case.DraftAsync(Drafts.ForUniversity));
        await ACase.DoneAsync(@case.DecideAsync(Outcome.Irregularity));
        // Nobody signs it like this any more: it was signed before the words were looked at first.
        await Sql.RunAsync(portal.DatabaseFile, "UPDATE Decisions SET CannotEstablish = 'Wat 123456782 deed.'");
        await using var page = APage.For(portal, "secretaris");
        var number = (await @case.NowAsync()).Number.ToString();
        var link = Page(page, Room.Letters, number).WaitForElement(".faults a", TimeSpan.FromSeconds(10));
        Assert.Equal($"/decisions/{number}#place-cannotestablish", link.GetAttribute("href"));
        Assert.Contains("wat niet kan worden vastgesteld", link.TextContent, StringComparison.Ordinal);
        Assert.Contains("Wat 123456782 deed.", Page(page, Room.Decisions, number).WaitForElement("#place-cannotestablish", TimeSpan.FromSeconds(10)).TextContent, StringComparison.Ordinal);
    }

    private static IRenderedComponent<Microsoft.AspNetCore.Components.IComponent> Page(APage page, Room room, string number) => room switch
    {
        Room.Letters => page.Render<LettersPage>(parameters => parameters.Add(item => item.Number, number)),
        Room.Committee => page.Render<DossierPage>(parameters => parameters.Add(item => item.Number, number)),
        _ => page.Render<DecisionPage>(parameters => parameters.Add(item => item.Number, number)),
    };

    private static APage Without(APortal portal, Func<Institution, Institution> lacking)
    {
        var page = APage.For(portal, "secretaris");
        page.Services.Add(new(typeof(CaseFiles), Microsoft.Extensions.DependencyInjection.ActivatorUtilities.CreateInstance<CaseFiles>(portal.Services, new Institutions(lacking(portal.Get<Institution>()), portal.Dbs))));
        return page;
    }
}
