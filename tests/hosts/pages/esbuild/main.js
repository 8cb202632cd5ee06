import "descent-widget/standalone";
