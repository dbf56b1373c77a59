namespace ReviewPortal.Web.Features.Review;

/// <summary>The words of the review room; the texts stand in the resource files beside this one.</summary>
public sealed class ReviewPageTexts;
