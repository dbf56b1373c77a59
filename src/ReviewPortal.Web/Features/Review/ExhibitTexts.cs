namespace ReviewPortal.Web.Features.Review;

/// <summary>The words for the pictures beside a mark, their masks, and what a mark is linked with; the texts stand in the resource files beside this one.</summary>
public sealed class ExhibitTexts;
