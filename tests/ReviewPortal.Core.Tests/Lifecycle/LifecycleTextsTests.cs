using ReviewPortal.Core.Lifecycle;
using ReviewPortal.Core.Writing;

namespace ReviewPortal.Core.Tests.Lifecycle;

public sealed class LifecycleTextsTests
{
    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void Everything_in_the_table_has_words(Language language)
    {
        string[] words =
        [
            .. Enum.GetValues<CaseState>().Select(state => LifecycleTexts.Of(state, language)),
            .. Enum.GetValues<CaseAction>().Select(action => LifecycleTexts.Of(action, language)),
            .. Enum.GetValues<CaseAction>().Select(action => LifecycleTexts.Happened(action, language)),
            .. Enum.GetValues<Role>().Select(role => LifecycleTexts.Of(role, language)),
            .. Enum.GetValues<Room>().Select(room => LifecycleTexts.Of(room, language)),
            .. Enum.GetValues<Requirement>().Select(requirement => LifecycleTexts.Of(requirement, language)),
        ];
        Assert.DoesNotContain(words, string.IsNullOrWhiteSpace);
    }

    [Fact]
    public void Dutch_and_English_are_two_texts() => Assert.All(
        Enum.GetValues<Requirement>(),
        requirement => Assert.NotEqual(LifecycleTexts.Of(requirement, Language.Dutch), LifecycleTexts.Of(requirement, Language.English)));

    [Fact]
    public void Every_requirement_names_its_source() => Assert.All(Enum.GetValues<Requirement>(), requirement => Assert.False(string.IsNullOrWhiteSpace(Sources.Of(requirement))));

    [Fact]
    public void Every_requirement_is_asked_for_somewhere() => Assert.Empty(Enum.GetValues<Requirement>().Except(CaseLifecycle.Table.SelectMany(row => row.Needs)));

    [Fact]
    public void Every_action_stands_in_the_table() => Assert.Empty(Enum.GetValues<CaseAction>().Except(CaseLifecycle.Table.Select(row => row.Action)));

    [Fact]
    public void Every_row_of_the_table_names_its_basis() => Assert.All(CaseLifecycle.Table, row => Assert.False(string.IsNullOrWhiteSpace(row.Basis)));

    [Fact]
    public void Every_state_has_a_room() => Assert.All(Enum.GetValues<CaseState>(), state => Assert.True(Enum.IsDefined(Rooms.Of(state))));

    [Theory]
    [InlineData(Language.Dutch)]
    [InlineData(Language.English)]
    public void A_refusal_of_every_kind_is_one_readable_sentence(Language language) => Assert.All(Refusals(), refused =>
    {
        var sentence = refused.Sentence(language);
        Assert.Contains(LifecycleTexts.Of(refused.Action, language), sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("{", sentence, StringComparison.Ordinal);
        Assert.All(refused.Unmet, need =>
        {
            Assert.Contains(LifecycleTexts.Of(need, language), sentence, StringComparison.Ordinal);
            Assert.Contains($"({Sources.InWords(need, language)})", sentence, StringComparison.Ordinal);
            // The number in our own list says nothing to who reads a refusal.
            Assert.DoesNotMatch(@"(UU|AP)-[A-Z]+\d*-\d|\bI\d|law\.md", sentence);
        });
    });

    private static IEnumerable<Refused> Refusals() =>
        from action in Enum.GetValues<CaseAction>()
        from kind in Enum.GetValues<RefusalKind>()
        from state in new CaseState?[] { null, CaseState.Deliberation }
        select new Refused(action, kind) { State = state, Unmet = kind is RefusalKind.Unmet ? [Requirement.Reasons, Requirement.Ground43a] : [] };
}
